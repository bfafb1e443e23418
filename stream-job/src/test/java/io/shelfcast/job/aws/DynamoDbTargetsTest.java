package io.shelfcast.job.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.job.TableWrite;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.target.TargetVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against Amazon's own DynamoDB Local. */
class DynamoDbTargetsTest {
  private static LocalTable table;

  @BeforeAll
  static void start() throws Exception {
    table = new LocalTable();
  }

  @AfterAll
  static void stop() throws Exception {
    table.stop();
  }

  @Test
  void anOlderTargetIsRefusedAndTheNewerStays() {
    try (DynamoDbTargets targets = open()) {
      assertTrue(put(targets, "older", Targets.version(1, 20_000, 7)));
      assertFalse(put(targets, "older", Targets.version(1, 20_000, 6)));
      assertFalse(put(targets, "older", Targets.version(1, 19_999, 99)));
      assertFalse(put(targets, "older", Targets.version(1, 20_000, 7)), "nor the same twice");
      assertEquals("7", onHand("older"));
    }
  }

  @Test
  void eachPartOfTheVersionCounts() {
    try (DynamoDbTargets targets = open()) {
      assertTrue(put(targets, "parts", new TargetVersion(1, 20_000, 1, 100, false)));
      assertTrue(put(targets, "parts", new TargetVersion(1, 20_000, 1, 100, true)));
      assertTrue(put(targets, "parts", new TargetVersion(1, 20_000, 1, 1_000, false)));
      assertTrue(put(targets, "parts", new TargetVersion(1, 20_000, 2, 9, false)));
      assertTrue(put(targets, "parts", new TargetVersion(1, 20_001, 1, 5, false)));
      assertTrue(put(targets, "parts", new TargetVersion(2, 19_000, 1, 1, false)));
      assertFalse(put(targets, "parts", new TargetVersion(1, 20_002, 1, 9_999, false)));
      assertEquals("1", onHand("parts"));
    }
  }

  @Test
  void ofTwoWritersInAnyOrderTheNewestVersionStays() throws Exception {
    for (long seed = 0; seed < 5; seed++) {
      String product = "zombie-" + seed;
      List<TargetVersion> versions = new ArrayList<>();
      for (int n = 1; n <= 60; n++) {
        versions.add(Targets.version(1, 20_000 + n / 20, n));
        versions.add(Targets.version(1, 20_000 + n / 20, n));
      }
      Collections.shuffle(versions, new Random(seed));
      try (DynamoDbTargets one = open();
          DynamoDbTargets zombie = open()) {
        List<CompletableFuture<?>> puts = new ArrayList<>();
        for (TargetVersion version : versions) {
          DynamoDbTargets writer = puts.size() % 2 == 0 ? one : zombie;
          puts.add(writer.put(Targets.write(product, version, false)));
        }
        CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new)).get();
      }
      assertEquals("60", onHand(product), "seed " + seed);
    }
  }

  @Test
  void stalenessIsWrittenAgainWhileTheWatermarkStandsAndNeverTurnedBack() {
    try (DynamoDbTargets targets = open()) {
      assertTrue(targets.put(TableWrite.staleness("s2", 1, 5_000)).join().isAccepted());
      assertTrue(targets.put(TableWrite.staleness("s2", 1, 5_000)).join().isAccepted());
      assertFalse(targets.put(TableWrite.staleness("s2", 1, 4_000)).join().isAccepted());
      assertTrue(targets.put(TableWrite.staleness("s2", 2, 4_000)).join().isAccepted());
      assertEquals("1970-01-01T00:00:04.000Z", table.item("s2", "#freshness").get("watermark").s());
    }
  }

  @Test
  void productsAtRiskAreFoundWithoutAScanAndLeaveTheIndexWhenTheyAreSafe() {
    try (DynamoDbTargets targets = open()) {
      targets.put(Targets.write("risky", Targets.version(1, 20_000, 1), true)).join();
      assertEquals(1, table.atRisk("s1").size());
      targets.put(Targets.write("risky", Targets.version(1, 20_000, 2), false)).join();
      assertTrue(table.atRisk("s1").isEmpty());
    }
  }

  @Test
  void anAcceptedPutAndARefusedOneBothCost() {
    try (DynamoDbTargets targets = open()) {
      TableWrite write = Targets.write("cost", Targets.version(1, 20_000, 1), false);
      assertEquals(1, targets.put(write).join().writeUnits());
      assertEquals(1, targets.put(write).join().writeUnits());
    }
  }

  @Test
  void aMissingTableIsSaidInOneSentence() {
    TableAddress elsewhere =
        new TableAddress("no-such-table", "us-east-1", table.address().endpoint().orElseThrow());
    try (DynamoDbTargets targets = new DynamoDbTargets(elsewhere, 1)) {
      CompletionException fault =
          Assertions.assertThrows(
              CompletionException.class,
              () -> targets.put(TableWrite.staleness("s1", 1, 1)).join());
      assertEquals(
          "The table no-such-table does not exist.",
          TableFault.fatal(fault, "no-such-table").orElseThrow());
    }
  }

  @Test
  void theSinkLeavesTheNewestOfManyTargetsOfEachProduct() throws Exception {
    List<TableWrite> writes = new ArrayList<>();
    for (int n = 1; n <= 2_000; n++) {
      writes.add(Targets.write("sink-" + n % 10, Targets.version(1, 20_000, n), false));
    }
    Collections.shuffle(writes, new Random(1));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    env.enableCheckpointing(200);
    env.fromData(writes, BinaryType.of(Forms.TABLE_WRITE))
        .rebalance()
        .sinkTo(new TargetSink(table.address()));
    env.execute();
    for (int n = 1_991; n <= 2_000; n++) {
      assertEquals(Integer.toString(n), onHand("sink-" + n % 10));
    }
  }

  private static DynamoDbTargets open() {
    return new DynamoDbTargets(table.address(), TargetSink.MAX_IN_FLIGHT);
  }

  private static boolean put(DynamoDbTargets targets, String product, TargetVersion version) {
    return targets.put(Targets.write(product, version, false)).join().isAccepted();
  }

  private static String onHand(String product) {
    return table.item("s1", product).get("onHand").n();
  }
}
