package io.shelfcast.producer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.producer.send.FakeKinesis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProducerCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = ProducerCommand.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(args);
    assertFalse(err.toString().contains("\tat "), err::toString);
    return code;
  }

  private JsonNode ledger() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("ledger.json").toFile());
  }

  private String[] sending(FakeKinesis kinesis, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--endpoint", kinesis.endpoint().toString()));
    all.addAll(List.of("--ledger", folder.resolve("ledger.json").toString()));
    return all.toArray(new String[0]);
  }

  @Test
  void whatTheLedgerCountsIsWhatTheStreamHolds() throws IOException {
    try (FakeKinesis kinesis = new FakeKinesis()) {
      kinesis.failEvery(97);
      int code =
          run(
              sending(
                  kinesis,
                  ("tills --seed 4 --stores 2 --products 10 --days 10 --history-days 20"
                          + " --start 2026-02-01 --speedup max --late 0.02 --duplicates 0.02"
                          + " --malformed 0.01")
                      .split(" ")));
      assertEquals(0, code, err::toString);
      JsonNode ledger = ledger();
      assertTrue(ledger.get("finished").asBoolean());
      assertEquals(kinesis.stored().size(), ledger.get("sent").asInt());
      assertTrue(ledger.get("resent").asInt() > 0);
      int refused = 0;
      for (byte[] record : kinesis.stored()) {
        try {
          EventCodec.decode(record);
        } catch (RefusedEvent e) {
          refused++;
        }
      }
      assertEquals(ledger.get("injected").get("malformed").asInt(), refused);
      int sum = refused;
      for (JsonNode count : ledger.get("byType")) {
        sum += count.asInt();
      }
      assertEquals(ledger.get("sent").asInt(), sum);
    }
  }

  @Test
  void aReplayAccountsForEachLine() throws IOException {
    Path file =
        TestFiles.write(
            folder,
            "a.csv.gz",
            "date,storeId,productId,quantity",
            "2024-01-01,s,p,3",
            "2024-01-02,s,p,x",
            "2024-01-03,s,p,4");
    try (FakeKinesis kinesis = new FakeKinesis()) {
      int code =
          run(sending(kinesis, "replay", file.toString(), "--stock", "policy", "--tick", "2h"));
      assertEquals(0, code, err::toString);
      assertTrue(out.toString().contains("3 lines read: 2 day, 1 unreadable."), out::toString);
      assertEquals(1, ledger().get("lines").get("unreadable").asInt());
      assertEquals(7, ledger().get("byType").get("SALE").asInt());
    }
  }

  @Test
  void aBackfillGoesIntoTheLake() throws IOException {
    Path file =
        TestFiles.write(
            folder,
            "a.csv",
            "date,storeId,productId,quantity",
            "2024-01-01,s,p,3",
            "2024-01-03,s,p,4");
    Path root = folder.resolve("lake");
    assertEquals(0, run("backfill", file.toString(), "--lake", root.toString()), err::toString);
    assertTrue(out.toString().contains("2 lines read: 2 day."), out::toString);
    assertEquals(4, Lake.open(root).latest().countRows(LakeTable.EVENTS));
    String[] simulated =
        ("backfill simulated --stores 1 --products 2 --history-days 10 --start 2026-01-11 --lake "
                + root)
            .split(" ");
    assertEquals(0, run(simulated), err::toString);
    assertTrue(Lake.open(root).latest().countRows(LakeTable.EVENTS) > 4 + 10);
  }

  @Test
  void mistakesAreOneSentenceAndANonZeroCode() {
    assertEquals(1, run("replay", folder.resolve("none.csv").toString()));
    assertEquals("There is no file " + folder.resolve("none.csv") + ".", err.toString().trim());
    assertEquals(2, run("tills", "--speedup", "0"));
    assertEquals(2, run("tills", "--tick", "5"));
    assertEquals(2, run("tills", "--rate", "5", "--speedup", "5"));
    assertEquals(2, run("backfill"));
    assertEquals(1, run("tills", "--stores", "0"));
    assertEquals(1, run("tills", "--late", "2"));
  }
}
