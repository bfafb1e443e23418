package io.shelfcast.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shelfcast.event.RefusedRecord;
import io.shelfcast.lake.RefusedRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class EmulatorsTest {
  @TempDir static Path folder;
  private static LocalState state;
  private static Emulators emulators;
  private static Ports ports;

  @BeforeAll
  static void up() {
    assumeTrue(Node.isPresent(), "Node.js is absent, so the emulators are not tried");
    state = new LocalState(folder);
    emulators = new Emulators(state, Home.emulators());
    ports = new Ports(FreePort.any(), FreePort.any(), FreePort.any());
    assertEquals(List.of("dynamodb", "kinesis"), emulators.up(ports, 2, line -> {}));
  }

  @AfterAll
  static void down() {
    if (emulators != null) {
      emulators.down(line -> {});
    }
  }

  @Test
  void recordsAndItemsOutliveAStopAndASecondUpChangesNothing() {
    List<String> said = new ArrayList<>();
    assertEquals(List.of(), emulators.up(ports, 2, said::add));
    write();

    emulators.down(said::add);
    Emulators.requireNothingRuns(state);
    emulators.up(ports, 2, said::add);

    assertTrue(records().contains("a sale"), () -> records().toString());
    assertEquals(List.of("milk"), productsAtRisk("north"));
    assertTrue(said.containsAll(List.of("Ended kinesis.", "Ended dynamodb.")), said.toString());
  }

  @Test
  void aClientThatIsKilledInTheMiddleOfARequestDoesNotTakeTheStreamWithIt() throws IOException {
    try (Socket client = new Socket("127.0.0.1", ports.kinesis())) {
      client.setSoLinger(true, 0);
      client
          .getOutputStream()
          .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{".getBytes(UTF_8));
    }

    write();

    assertTrue(records().contains("a sale"), () -> records().toString());
  }

  @Test
  void aRunningStackIsNotMovedToOtherPorts() {
    Ports other = new Ports(FreePort.any(), ports.dynamodb(), ports.dashboard());

    Problem refused = assertThrows(Problem.class, () -> emulators.up(other, 1, line -> {}));

    assertTrue(refused.getMessage().startsWith("The stack runs already"), refused.getMessage());
  }

  @Test
  void refusedRecordsAreSentAgainByteForByteWithTheirReason() throws Exception {
    Path file = state.lake().resolve("refused/day=2026-01-02/part.parquet");
    try (ParquetWriter<RefusedRecord> lake = RefusedRows.writer(output(file))) {
      lake.write(new RefusedRecord("{half".getBytes(UTF_8), "is no JSON", 1_767_312_000_000L));
      lake.write(new RefusedRecord("{}".getBytes(UTF_8), "type is missing", 1_767_312_000_001L));
    }

    String shown = run("refused", "list");
    assertTrue(shown.contains("1  is no JSON") && shown.contains("{half"), shown);
    assertEquals("Sent 1 records again.", run("refused", "replay", "--reason", "JSON").trim());
    assertTrue(records().contains("{half"), () -> records().toString());
  }

  private static OutputFile output(Path file) throws IOException {
    return HadoopOutputFile.fromPath(
        new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
  }

  private String run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--dir", folder.toString()));
    StringWriter out = new StringWriter();
    int code =
        Shelfcast.commandLine()
            .setOut(new PrintWriter(out, true))
            .execute(arguments.toArray(new String[0]));
    assertEquals(0, code, out.toString());
    return out.toString();
  }

  private void write() {
    try (KinesisClient kinesis = LocalAws.kinesis(ports);
        DynamoDbClient dynamodb = LocalAws.dynamodb(ports)) {
      kinesis.putRecord(
          b ->
              b.streamName(PosStream.NAME)
                  .partitionKey("north/milk")
                  .data(SdkBytes.fromUtf8String("a sale")));
      dynamodb.putItem(b -> b.tableName(TargetsTable.NAME).item(item("milk", true)));
      dynamodb.putItem(b -> b.tableName(TargetsTable.NAME).item(item("bread", false)));
    }
  }

  private static Map<String, AttributeValue> item(String product, boolean atRisk) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("storeId", AttributeValue.fromS("north"));
    item.put("productId", AttributeValue.fromS(product));
    item.put("stockoutProbability", AttributeValue.fromN("0.25"));
    if (atRisk) {
      item.put("riskStoreId", AttributeValue.fromS("north"));
    }
    return item;
  }

  private List<String> records() {
    try (KinesisClient kinesis = LocalAws.kinesis(ports)) {
      return kinesis.listShards(b -> b.streamName(PosStream.NAME)).shards().stream()
          .flatMap(shard -> records(kinesis, shard.shardId()).stream())
          .map(r -> r.data().asUtf8String())
          .toList();
    }
  }

  private static List<Record> records(KinesisClient kinesis, String shard) {
    String iterator =
        kinesis
            .getShardIterator(
                b ->
                    b.streamName(PosStream.NAME)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return kinesis.getRecords(b -> b.shardIterator(iterator)).records();
  }

  private List<String> productsAtRisk(String store) {
    try (DynamoDbClient dynamodb = LocalAws.dynamodb(ports)) {
      QueryResponse found =
          dynamodb.query(
              b ->
                  b.tableName(TargetsTable.NAME)
                      .indexName(TargetsTable.AT_RISK)
                      .keyConditionExpression("riskStoreId = :s")
                      .expressionAttributeValues(Map.of(":s", AttributeValue.fromS(store))));
      return found.items().stream().map(i -> i.get("productId").s()).toList();
    }
  }
}
