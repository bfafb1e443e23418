package io.shelfcast.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RealConnectors;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.TestBundles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The job with its real source and sinks against real emulators, failing in the middle. */
class WholeLoopTest {
  private static final long MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int HOURS = 70;
  private static final int PRODUCTS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private Ports ports = new Ports(FreePort.any(), FreePort.any(), FreePort.any());
  private Emulators emulators;

  /** The fates of all records, and what readers find. */
  private record Outcome(Map<String, Long> counts, Snapshot lake, TableContents table) {}

  @BeforeEach
  void up() {
    assumeTrue(Node.isPresent(), "Node.js is absent, so the emulators are not tried");
    emulators = new Emulators(new LocalState(folder), Home.emulators());
    emulators.up(ports, 2, line -> {});
  }

  @AfterEach
  void down() {
    if (emulators != null) {
      emulators.down(line -> {});
    }
  }

  @Test
  void afterAFailureEveryReaderFindsWhatAnUndisturbedJobWouldHaveLeft() throws Exception {
    assertFailureLeavesNoTrace();
  }

  @Test
  void soTheyDoWithAnotherStreamOfKinesisKind() throws Exception {
    try (KinesisLocal other = KinesisLocal.start(folder.resolve("kinesis-local.log"))) {
      ports = new Ports(other.port(), ports.dynamodb(), ports.dashboard());
      try (KinesisClient kinesis = LocalAws.kinesis(ports)) {
        PosStream.ensure(kinesis, PosStream.NAME, 2);
      }
      assertFailureLeavesNoTrace();
    }
  }

  private void assertFailureLeavesNoTrace() throws Exception {
    try (KinesisClient kinesis = LocalAws.kinesis(ports)) {
      List<byte[]> records = records();
      int half = records.size() / 2;
      send(kinesis, records.subList(0, half));
      FailsOnce failing = new FailsOnce(settings("disturbed"));
      JobClient job = start("disturbed", failing);
      await(failing::isArmed);
      send(kinesis, records.subList(half, records.size()));
      Outcome disturbed = finish("disturbed", job, records.size());
      assertTrue(failing.hasFailed());
      JobClient calm = start("calm", new RealConnectors(settings("calm")));
      Outcome undisturbed = finish("calm", calm, records.size());

      assertWhole(disturbed, records.size());
      assertWhole(undisturbed, records.size());
      assertEquals(List.of(), undisturbed.table().differences(disturbed.table()));
      /* And one item that tells how fresh they are. */
      assertEquals(PRODUCTS + 1, disturbed.table().items().size());
    }
  }

  /** A tick and a sale of each product an hour, some of them twice, late, too late or broken. */
  private static List<byte[]> records() {
    List<byte[]> records = new ArrayList<>();
    records.add(event(EventType.STORE, "store", null, MIDNIGHT).with(Field.ZONE, "UTC").bytes());
    for (int p = 0; p < PRODUCTS; p++) {
      records.add(units(EventType.COUNT, "count-" + p, p, MIDNIGHT + HOUR, 400));
    }
    for (int hour = 1; hour < HOURS; hour++) {
      long at = MIDNIGHT + hour * HOUR;
      records.add(event(EventType.TICK, "tick-" + hour, null, at).bytes());
      for (int p = 0; p < PRODUCTS; p++) {
        records.add(units(EventType.SALE, "sale-" + hour + "-" + p, p, at, 1 + hour % 3));
      }
      if (hour % 10 == 0) {
        records.add(units(EventType.SALE, "sale-" + hour + "-0", 0, at, 1 + hour % 3));
        records.add(units(EventType.SALE, "late-" + hour, 1, at - 9 * HOUR, 2));
        records.add(units(EventType.SALE, "too-late-" + hour, 2, at - 20 * 24 * HOUR, 2));
        records.add(("{half-" + hour).getBytes(UTF_8));
      }
    }
    return records;
  }

  private static byte[] units(EventType type, String id, int product, long at, long units) {
    return event(type, id, "p" + product, at).with(Field.QUANTITY, units * 10_000).bytes();
  }

  private static Sent event(EventType type, String id, String product, long at) {
    Event.Builder event =
        Event.of(type)
            .with(Field.EVENT_ID, id)
            .with(Field.STORE_ID, "north")
            .with(Field.OCCURRED_AT, at);
    return new Sent(product == null ? event : event.with(Field.PRODUCT_ID, product));
  }

  /** An event on its way to the stream. */
  private record Sent(Event.Builder event) {
    Sent with(Field field, String value) {
      return new Sent(event.with(field, value));
    }

    Sent with(Field field, long value) {
      return new Sent(event.with(field, value));
    }

    byte[] bytes() {
      return EventCodec.encode(event.build());
    }
  }

  private static void send(KinesisClient kinesis, List<byte[]> records) {
    try (RawRecords stream = new RawRecords(kinesis, PosStream.NAME)) {
      records.forEach(stream::send);
    }
  }

  private JobClient start(String name, Connectors connectors) throws Exception {
    TestBundles.bundle(1, 1f).writeTo(folder.resolve(name).resolve("models"));
    try (DynamoDbClient dynamodb = LocalAws.dynamodb(ports)) {
      TargetsTable.ensure(dynamodb, name);
    }
    Configuration flink = new Configuration();
    flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, flink);
    env.enableCheckpointing(500);
    DemandForecastJob.define(env, settings(name), connectors);
    return env.executeAsync(name);
  }

  private JobSettings settings(String name) {
    return JobProperties.of(new LocalState(folder), ports)
        .set("lake.root", folder.resolve(name).toUri().toString())
        .set("targets.table", name)
        .set("source.clock", "replay")
        .set("job.generation", "1")
        .parse();
  }

  private Outcome finish(String name, JobClient job, long records) throws Exception {
    await(() -> read(job) >= records);
    String savepoints = folder.resolve("savepoints").toUri().toString();
    job.stopWithSavepoint(true, savepoints, SavepointFormatType.CANONICAL).get();
    Map<String, Long> counts = new TreeMap<>();
    job.getJobExecutionResult()
        .get()
        .getAllAccumulatorResults()
        .forEach((count, value) -> counts.put(count, (Long) value));
    try (DynamoDbClient dynamodb = LocalAws.dynamodb(ports)) {
      return new Outcome(
          counts,
          Lake.open(folder.resolve(name).toUri()).refresh(),
          TableContents.of(dynamodb, name));
    }
  }

  private static long read(JobClient job) {
    return (Long) job.getAccumulators().join().getOrDefault("read", 0L);
  }

  private static void await(BooleanSupplier condition) {
    assertTrue(Waiting.until(PATIENCE, condition), "not within a minute");
  }

  private static void assertWhole(Outcome outcome, long records) {
    Map<String, Long> counts = outcome.counts();
    int odd = (HOURS - 1) / 10;
    assertEquals(records, counts.get("read"), counts::toString);
    assertEquals(odd, counts.get("duplicate"), counts::toString);
    assertEquals(odd, counts.get("tooOld"), counts::toString);
    assertEquals(odd, counts.get("refused"), counts::toString);
    assertEquals(records - 3 * odd, counts.get("applied"), counts::toString);
    Snapshot lake = outcome.lake();
    assertEquals(odd, lake.countRows(LakeTable.REFUSED));
    assertEquals(new LakeCount(counts.get("applied"), counts.get("tooOld")), LakeCount.of(lake));
    Set<String> ids = new HashSet<>();
    Iterator<ArchivedEvent> rows =
        lake.events(
            lake.firstDay(LakeTable.EVENTS).orElseThrow(),
            lake.lastDay(LakeTable.EVENTS).orElseThrow());
    rows.forEachRemaining(row -> assertTrue(ids.add(row.event().eventId()), row::toString));
    assertFalse(ids.isEmpty());
  }
}
