package io.shelfcast.job.kinesis;

import static io.shelfcast.job.Tills.DAY;
import static io.shelfcast.job.Tills.HOUR;
import static io.shelfcast.job.Tills.MIDNIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.Collected;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.KnownStores;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.TestSettings;
import io.shelfcast.job.archive.LakeSinks;
import io.shelfcast.job.archive.Rebuild;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that starts anew over a lake and a stream which an earlier one has left. */
class RebuildTest {
  private static final int DAYS = 40;
  private static final int LIVE_FROM_DAY = DAYS - 1 - 15;

  @TempDir private Path folder;

  private final FakeStream stream = new FakeStream(2);
  private int sent;
  private int sentLive;

  @BeforeEach
  void fill() throws Exception {
    TestBundles.bundle(1, 1f).writeTo(lake().resolve("models"));
    putNoEvent();
    put(event(EventType.STORE, "store", null, at(0)).with(Field.ZONE, "America/New_York"), at(0));
    for (int day = 0; day < DAYS; day++) {
      put(event(EventType.TICK, "tick-" + day, null, at(day)), at(day));
      sale("one-" + day, "p1", 1 + day % 3, at(day) + HOUR, at(day) + HOUR);
      /* By the clock of New York the day before. */
      sale("two-" + day, "p2", 2, at(day) - 9 * HOUR, at(day) + 2 * HOUR);
      if (day == 20) {
        sale("three", "p3", 1, at(20), at(20) + 3 * HOUR);
      } else if (day == 30) {
        sale("late", "p1", 7, at(24), at(30) + 3 * HOUR);
      } else if (day == 36) {
        sale("too-old", "p3", 5, at(5), at(36) + 3 * HOUR);
      }
    }
    putNoEvent();
  }

  @Test
  void itEndsInTheSameTargetsAndArchivesNothingTwice() throws Exception {
    World first = new World(settings(1), null);
    Map<String, Long> counts = first.run(sent);
    assertEquals(sent, counts.get("applied") + counts.get("tooOld") + counts.get("refused"));
    assertEquals(1, counts.get("tooOld"));
    assertEquals(sent - 2, rows(LakeTable.EVENTS));

    World second = new World(settings(2), Rebuild.of(lake().toUri()));
    Map<String, Long> again = second.run(sentLive);
    assertEquals(sentLive, again.get("duplicate"), again::toString);
    assertEquals(sent - 2, rows(LakeTable.EVENTS));
    assertEquals(2, rows(LakeTable.REFUSED));
    Map<String, String> before = first.lastTargets(1);
    Map<String, String> after = second.lastTargets(2);
    assertTrue(before.remove("p3").contains("e000000000000002"));
    assertTrue(after.remove("p3").contains("e000000000000003"), "took in what came too late");
    assertEquals(before, after);
    assertEquals(Set.of("p1", "p2"), after.keySet());
  }

  @Test
  void itGoesOnWithWhatCameSince() throws Exception {
    new World(settings(1), null).run(sent);
    int known = sentLive;
    sale("new", "p1", 9, at(DAYS), at(DAYS));
    put(event(EventType.TICK, "tick-" + DAYS, null, at(DAYS)), at(DAYS));
    putNoEvent();
    World second = new World(settings(2), Rebuild.of(lake().toUri()));
    Map<String, Long> counts = second.run(known + 3);
    assertEquals(known, counts.get("duplicate"));
    assertEquals(2, counts.get("applied"));
    assertEquals(1, counts.get("refused"));
    assertEquals(sent - 3, rows(LakeTable.EVENTS));
    assertEquals(3, rows(LakeTable.REFUSED));
  }

  private long rows(LakeTable table) {
    return Lake.open(lake()).refresh().countRows(table);
  }

  private void putNoEvent() {
    stream.put(0, "no event".getBytes(StandardCharsets.UTF_8));
    sent++;
  }

  private void sale(String id, String product, long units, long occurredAt, long sentAt) {
    put(
        event(EventType.SALE, id, product, occurredAt).with(Field.QUANTITY, units * 10_000),
        sentAt);
  }

  private void put(Event.Builder event, long sentAt) {
    stream.put(event.with(Field.SENT_AT, sentAt).build());
    sent++;
    sentLive += sentAt >= MIDNIGHT + LIVE_FROM_DAY * DAY ? 1 : 0;
  }

  private static Event.Builder event(EventType type, String id, String product, long occurredAt) {
    Event.Builder event =
        Event.of(type)
            .with(Field.EVENT_ID, id)
            .with(Field.STORE_ID, "s1")
            .with(Field.OCCURRED_AT, occurredAt);
    return product == null ? event : event.with(Field.PRODUCT_ID, product);
  }

  /** Noon in New York. */
  private static long at(int day) {
    return MIDNIGHT + day * DAY + 17 * HOUR;
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private JobSettings settings(int generation) {
    return TestSettings.of(
        "lake.root",
        lake().toUri().toString(),
        "source.clock",
        "replay",
        "source.shardIdleSeconds",
        "2",
        "job.generation",
        Integer.toString(generation));
  }

  /** One job's connectors: the fake stream and the real lake. */
  private final class World implements Connectors {
    private final JobSettings settings;
    private final Rebuild rebuild;
    private final LakeSinks sinks = new LakeSinks(lake().toUri());
    private final Collected<TableWrite> targets = new Collected<>();

    World(JobSettings settings, Rebuild rebuild) {
      this.settings = settings;
      this.rebuild = rebuild;
    }

    /** Runs the job until it has read so many records, drains it, and returns its counts. */
    Map<String, Long> run(long records) throws Exception {
      Configuration flink = new Configuration();
      flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(300));
      StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, flink);
      env.enableCheckpointing(500);
      DemandForecastJob.define(env, settings, this);
      JobClient job = env.executeAsync();
      long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (read(job) < records) {
        assertTrue(System.nanoTime() < deadline, "read " + read(job) + " of " + records);
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      String savepoints = folder.resolve("savepoints").toUri().toString();
      job.stopWithSavepoint(true, savepoints, SavepointFormatType.CANONICAL).get();
      Map<String, Long> counts = new TreeMap<>();
      job.getJobExecutionResult()
          .get()
          .getAllAccumulatorResults()
          .forEach((name, count) -> counts.put(name, (Long) count));
      assertEquals(records, counts.get("read"));
      return counts;
    }

    private long read(JobClient job) throws Exception {
      return (Long) job.getAccumulators().get().getOrDefault("read", 0L);
    }

    /** The last target of each product, in words that leave out the generation. */
    Map<String, String> lastTargets(long generation) {
      Map<String, String> last = new TreeMap<>();
      targets.list().stream()
          .filter(write -> !write.isStaleness())
          .sorted(Comparator.comparing(write -> write.target().version()))
          .forEach(
              write -> {
                TargetVersion version = write.target().version();
                assertEquals(generation, version.generation());
                String measures =
                    Arrays.stream(Measure.values())
                        .map(measure -> measure + "=" + write.target().get(measure))
                        .collect(Collectors.joining(" "));
                last.put(write.target().key().productId(), version.ordered() + " " + measures);
              });
      return last;
    }

    @Override
    @SuppressWarnings("deprecation") // as the connector's kind of source is
    public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
      return env.addSource(new KinesisEvents(settings, rebuild, stream.opener()));
    }

    @Override
    public KnownStores knownStores() {
      return rebuild == null ? KnownStores.none() : rebuild.stores(ZoneOffset.UTC);
    }

    @Override
    public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
      return env.fromData(1L);
    }

    @Override
    public Sink<TableWrite> targets() {
      return targets.sink();
    }

    @Override
    public Sink<ArchivedEvent> events() {
      return sinks.events();
    }

    @Override
    public Sink<Decision> decisions() {
      return sinks.decisions();
    }

    @Override
    public Sink<RefusedRecord> refused() {
      return sinks.refused();
    }
  }
}
