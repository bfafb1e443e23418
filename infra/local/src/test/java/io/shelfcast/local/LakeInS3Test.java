package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.archive.Rebuild;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.s3.LocalS3;
import io.shelfcast.trainer.TrainCommand;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One lake in S3, shared by all who write and read one. */
class LakeInS3Test {
  private static final URI ROOT = URI.create("s3://bucket/lake");
  private static final int FIRST_DAY = (int) LocalDate.of(2026, 1, 5).toEpochDay();
  private static final int HISTORY_DAYS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private static Path folder;
  private static LocalS3 s3;

  @BeforeAll
  static void start() {
    s3 = LocalS3.startHere(folder, "bucket");
  }

  @AfterAll
  static void stop() {
    s3.close();
  }

  @Test
  void theJobWritesItTheKeeperCompactsItTheTrainerPublishesThereAndTheJobSwaps() throws Exception {
    Lake lake = Lake.open(ROOT);
    writeHistory(lake);
    train();
    JobClient job = startJob();
    awaitDecisionOf(1, lake);

    assertEquals(0, call(new CompactCommand(), "--dir", folder.toString()));
    train();
    awaitDecisionOf(2, lake);
    String savepoints = folder.resolve("savepoints").toUri().toString();
    job.stopWithSavepoint(true, savepoints, SavepointFormatType.CANONICAL).get();

    Map<String, Object> counts = job.getJobExecutionResult().get().getAllAccumulatorResults();
    Snapshot all = lake.refresh();
    assertEquals(new LakeCount((Long) counts.get("applied"), 0), LakeCount.of(all));
    assertTrue(all.countRows(LakeTable.EVENTS) > (Long) counts.get("applied"), "no history");
    assertEquals(archived(all), rebuilt());
  }

  private static void writeHistory(Lake lake) {
    SplittableRandom random = new SplittableRandom(1);
    for (int day = FIRST_DAY; day < FIRST_DAY + HISTORY_DAYS; day++) {
      List<ArchivedEvent> events = new ArrayList<>();
      for (int product = 0; product < HourlyTills.PRODUCTS; product++) {
        events.add(soldOn(day, "p" + product, 4 + day % 7 + random.nextInt(10)));
      }
      lake.writeBackfill("history", day, events);
    }
  }

  private static ArchivedEvent soldOn(int day, String product, long units) {
    long midnight = Duration.ofDays(day).toMillis();
    Event event =
        Event.of(EventType.DAY)
            .with(Field.EVENT_ID, "backfill/s1/" + product + "/" + LocalDate.ofEpochDay(day))
            .with(Field.STORE_ID, "s1")
            .with(Field.PRODUCT_ID, product)
            .with(Field.OCCURRED_AT, midnight)
            .with(Field.QUANTITY, units * 10_000)
            .build();
    long nextMidnight = midnight + Duration.ofDays(1).toMillis();
    return new ArchivedEvent(
        event, Fate.APPLIED, ArchivedEvent.Origin.BACKFILL, nextMidnight, day, 0, 0);
  }

  private static void train() {
    assertEquals(0, call(new TrainCommand(), "--force", "--most-rows", "3000"));
  }

  private static int call(Object command, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--lake", ROOT.toString()));
    arguments.addAll(List.of(options));
    return new CommandLine(command).execute(arguments.toArray(new String[0]));
  }

  private static JobClient startJob() throws Exception {
    Configuration flink = new Configuration();
    flink.setString("s3.access-key", LocalS3.CREDENTIAL);
    flink.setString("s3.secret-key", LocalS3.CREDENTIAL);
    FlinkS3.configure(flink);
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    env.enableCheckpointing(500);
    JobSettings settings =
        new JobProperties()
            .set("lake.root", ROOT.toString())
            .set("model.discoverySeconds", "1")
            .parse();
    long start = Duration.ofDays(FIRST_DAY + HISTORY_DAYS).toMillis();
    DemandForecastJob.define(env, settings, new HourlyTills(settings, start));
    return env.executeAsync();
  }

  private static void awaitDecisionOf(long bundle, Lake lake) {
    assertTrue(Waiting.until(PATIENCE, () -> hasDecisionOf(bundle, lake)), "bundle " + bundle);
  }

  private static boolean hasDecisionOf(long bundle, Lake lake) {
    AtomicLong newest = new AtomicLong();
    lake.refresh()
        .decisions(0, Integer.MAX_VALUE, RowFilter.all())
        .forEachRemaining(
            row ->
                newest.accumulateAndGet(
                    row.decision().after().version().bundleSequence(), Math::max));
    return newest.get() >= bundle;
  }

  /** Events of products. */
  private static long archived(Snapshot lake) {
    AtomicLong events = new AtomicLong();
    lake.events(0, Integer.MAX_VALUE)
        .forEachRemaining(row -> events.addAndGet(row.event().type() == EventType.TICK ? 0 : 1));
    return events.get();
  }

  /** Events of products that a fresh job would read back. */
  private static long rebuilt() {
    Rebuild rebuild = Rebuild.of(ROOT);
    AtomicLong events = new AtomicLong();
    for (int day = rebuild.firstDay(); day <= rebuild.lastDay(); day++) {
      rebuild.day(
          day, 0, 1, read -> events.addAndGet(read.event().type() == EventType.TICK ? 0 : 1));
    }
    return events.get();
  }
}
