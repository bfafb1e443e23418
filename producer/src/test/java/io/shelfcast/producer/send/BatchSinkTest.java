package io.shelfcast.producer.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.event.EventType;
import io.shelfcast.producer.timeline.SendFailed;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Trait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSinkTest {
  @TempDir Path folder;
  private final Ledger ledger = new Ledger();

  private BatchSink sink(FakeStream stream, LedgerFile file) {
    Backoff backoff = new Backoff(Duration.ofMinutes(1), millis -> {});
    return new BatchSink(new OrderedPut(stream, ledger, backoff), stream, file);
  }

  /** For each key, the events in the order in which a reader first meets them. */
  private static Map<String, List<Long>> firstSeen(FakeStream stream) {
    Map<String, List<Long>> byKey = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (StreamRecord record : stream.stored()) {
      if (seen.add(record.origin().event().eventId())) {
        byKey.computeIfAbsent(record.key(), k -> new ArrayList<>()).add(record.origin().at());
      }
    }
    return byKey;
  }

  /** For each key, the events in the order in which they last stand on the stream. */
  private static Map<String, List<Long>> lastSeen(FakeStream stream) {
    Map<String, Map<Long, Integer>> positions = new HashMap<>();
    List<StreamRecord> stored = stream.stored();
    for (int i = 0; i < stored.size(); i++) {
      positions
          .computeIfAbsent(stored.get(i).key(), k -> new HashMap<>())
          .put(stored.get(i).origin().at(), i);
    }
    Map<String, List<Long>> byKey = new HashMap<>();
    positions.forEach(
        (key, at) ->
            byKey.put(key, at.keySet().stream().sorted((a, b) -> at.get(a) - at.get(b)).toList()));
    return byKey;
  }

  private static void assertAscending(Map<String, List<Long>> byKey, String seed) {
    byKey.forEach((key, at) -> assertEquals(at.stream().sorted().toList(), at, key + seed));
  }

  @Test
  void whateverFailsEveryRecordArrivesInOrderWithinItsKeyAndTheLedgerAddsUp() {
    for (long seed = 1; seed <= 20; seed++) {
      FakeStream stream = new FakeStream(seed, 0.05, 0.1);
      Ledger counted = new Ledger();
      Random random = new Random(seed);
      int records = 5_000;
      Backoff backoff = new Backoff(Duration.ofMinutes(1), millis -> {});
      try (BatchSink sink = new BatchSink(new OrderedPut(stream, counted, backoff), stream, null)) {
        for (int n = 0; n < records; n++) {
          sink.send(FakeStream.sale(n, "p" + random.nextInt(30)));
          if (random.nextInt(100) == 0) {
            sink.flush();
          }
        }
      }
      String failed = " of seed " + seed;
      assertAscending(lastSeen(stream), failed);
      assertEquals(records, lastSeen(stream).values().stream().mapToInt(List::size).sum(), failed);
      Ledger.Totals totals = counted.totals();
      assertEquals(records, totals.sent() - totals.resent(), failed);
      assertTrue(totals.resent() > 0, failed);
      long unknown = stream.stored().size() - totals.sent();
      assertTrue(unknown >= 0 && unknown <= totals.maybeTwice(), failed);
    }
  }

  @Test
  void withoutFaultsEachRecordStandsOnceAndCallsStayWithinTheLimit() {
    FakeStream stream = FakeStream.faultless();
    try (BatchSink sink = sink(stream, null)) {
      for (int n = 0; n < 20_000; n++) {
        sink.send(FakeStream.sale(n, "p" + n % 7));
      }
    }
    assertEquals(20_000, stream.stored().size());
    assertAscending(firstSeen(stream), "");
    assertTrue(stream.callSizes().stream().allMatch(size -> size <= StreamPort.MAX_RECORDS));
    assertEquals(20_000, ledger.totals().byType().get(EventType.SALE));
    assertTrue(stream.isClosed());
  }

  @Test
  void withoutFaultsEverythingArrivesInTheOrderOfTime() {
    FakeStream stream = FakeStream.faultless();
    try (BatchSink sink = sink(stream, null)) {
      for (int n = 0; n < 4_000; n++) {
        sink.send(n % 40 == 39 ? FakeStream.store(EventType.TICK, n) : FakeStream.sale(n, "p" + n));
      }
    }
    List<Long> arrived = stream.stored().stream().map(record -> record.origin().at()).toList();
    assertEquals(4_000, arrived.size());
    assertEquals(arrived.stream().sorted().toList(), arrived);
  }

  @Test
  void aStreamThatDoesNotComeBackEndsWithOneSentence() {
    FakeStream stream = FakeStream.faultless();
    AtomicLong waited = new AtomicLong();
    Backoff backoff = new Backoff(Duration.ofSeconds(10), waited::addAndGet);
    BatchSink sink = new BatchSink(new OrderedPut(stream, ledger, backoff), stream, null);
    stream.failAlways(new PutFault(PutFault.Kind.RETRY, "Nothing answers at x.", null));
    sink.send(FakeStream.sale(1, "p"));
    SendFailed failed = assertThrows(SendFailed.class, sink::drain);
    assertEquals("Gave up sending: Nothing answers at x.", failed.getMessage());
    assertTrue(waited.get() >= 10_000);
    assertThrows(SendFailed.class, sink::flush);
    sink.close();
    assertEquals(0, ledger.totals().sent());
  }

  @Test
  void afterAFailureNothingOvertakesWhatIsMissing() {
    FakeStream stream = FakeStream.faultless();
    BatchSink sink = sink(stream, null);
    stream.failAlways(new PutFault(PutFault.Kind.FATAL, "There is no stream.", null));
    sink.send(FakeStream.sale(1, "p"));
    assertThrows(SendFailed.class, sink::drain);
    stream.failAlways(null);
    sink.send(FakeStream.sale(2, "p"));
    assertThrows(SendFailed.class, sink::drain);
    sink.close();
    assertTrue(stream.stored().isEmpty());
  }

  @Test
  void theLedgerFileTellsTypesTraitsAndWhetherAllWasSent() throws IOException {
    Path path = folder.resolve("a/ledger.json");
    TimedEvent sale = FakeStream.sale(5, "p");
    LedgerFile file = new LedgerFile(path, ledger, null);
    try (BatchSink sink = sink(FakeStream.faultless(), file)) {
      assertEquals(0, read(path).get("sent").asLong());
      sink.send(sale);
      sink.send(sale.again(7));
      sink.send(new TimedEvent(FakeStream.sale(8, "q").event(), 8, Trait.MALFORMED));
      sink.send(FakeStream.store(EventType.TICK, 9));
      sink.drain();
      assertFalse(read(path).get("finished").asBoolean());
      file.complete();
    }
    JsonNode json = read(path);
    assertEquals(4, json.get("sent").asLong());
    assertEquals(2, json.get("byType").get("SALE").asLong());
    assertEquals(1, json.get("byType").get("TICK").asLong());
    assertEquals(1, json.get("injected").get("duplicate").asLong());
    assertEquals(1, json.get("injected").get("malformed").asLong());
    assertEquals("1970-01-01T00:00:00.009Z", json.get("replayClock").asText());
    assertTrue(json.get("finished").asBoolean());
  }

  private static JsonNode read(Path path) throws IOException {
    return new ObjectMapper().readTree(path.toFile());
  }
}
