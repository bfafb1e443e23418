package io.shelfcast.job;

import static io.shelfcast.job.Tills.DAY;
import static io.shelfcast.job.Tills.HOUR;
import static io.shelfcast.job.Tills.MIDNIGHT;
import static io.shelfcast.job.Tills.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Measure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on a cluster inside this JVM, with lists in place of the world. */
class DemandForecastJobTest {
  private static final int PRODUCTS = 5;
  private static final int DAYS = 3;

  @TempDir private Path lake;

  @Test
  void everyRecordEndsInOneFateAndEveryProductGetsATarget() throws Exception {
    TestBundles.bundle(1, 1f).writeTo(lake.resolve("models"));
    InMemory world = new InMemory(threeDays()).endingAfterATarget();
    Map<String, Long> counts = run(world);

    long sent = threeDays().size();
    assertEquals(sent, counts.get("read"));
    assertEquals(1, counts.get("refused"));
    assertEquals(1, counts.get("duplicate"));
    assertEquals(1, counts.get("tooOld"));
    assertEquals(sent - 3, counts.get("applied"));
    assertEquals(sent - 2, world.events.list().size());
    assertEquals(1, world.refused.list().size());
    assertEquals(PRODUCTS, finalTargets(world).size());
  }

  @Test
  void theEndOfTheInputClosesNoDayBeyondTheLastTick() throws Exception {
    TestBundles.bundle(1, 1f).writeTo(lake.resolve("models"));
    InMemory world = new InMemory(threeDays()).endingAfterATarget();
    run(world);
    int lastWholeDay = (int) (MIDNIGHT / DAY) + DAYS - 1;
    for (TableWrite write : finalTargets(world).values()) {
      assertEquals(lastWholeDay - 1, write.target().version().closedThroughDay());
      assertTrue(write.target().version().isCaughtUp());
    }
  }

  @Test
  void afterAFailureCountsAndTargetsAreThoseOfAnUndisturbedRun() throws Exception {
    TestBundles.bundle(1, 1f).writeTo(lake.resolve("models"));
    InMemory calm = new InMemory(threeDays()).endingAfterATarget();
    Map<String, Long> expected = run(calm);
    InMemory disturbed = new InMemory(threeDays(), 60);
    Map<String, Long> counts = run(disturbed);
    assertTrue(InMemory.hasFailed());

    for (String fate : List.of("read", "applied", "duplicate", "tooOld", "refused")) {
      assertEquals(expected.get(fate), counts.get(fate), fate);
    }
    Map<String, TableWrite> targets = finalTargets(disturbed);
    finalTargets(calm)
        .forEach((product, write) -> assertEquals(write.target(), targets.get(product).target()));
  }

  @Test
  void readersAreToldHowFarTimeHasCome() throws Exception {
    InMemory world = new InMemory(threeDays());
    run(world);
    List<TableWrite> staleness = new ArrayList<>(world.targets.list());
    staleness.removeIf(write -> !write.isStaleness());
    assertFalse(staleness.isEmpty());
    assertEquals(lastTick(), staleness.get(staleness.size() - 1).watermark());
  }

  @Test
  void withoutABundleEventsAreArchivedAndNothingIsPublished() throws Exception {
    InMemory world = new InMemory(threeDays());
    Map<String, Long> counts = run(world);
    assertTrue(world.decisions.list().isEmpty());
    assertEquals(counts.get("applied") + counts.get("tooOld"), world.events.list().size());
  }

  /** The last target written for each product. */
  private static Map<String, TableWrite> finalTargets(InMemory world) {
    Map<String, TableWrite> last = new TreeMap<>();
    world.targets.list().stream()
        .filter(write -> !write.isStaleness())
        .sorted(Comparator.comparing(write -> write.target().version()))
        .forEach(write -> last.put(write.target().key().productId(), write));
    last.values().forEach(write -> assertTrue(write.target().has(Measure.REORDER_POINT)));
    return last;
  }

  private Map<String, Long> run(InMemory world) throws Exception {
    Configuration flink = new Configuration();
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, flink);
    env.enableCheckpointing(100);
    JobSettings settings =
        TestSettings.of("lake.root", lake.toUri().toString(), "job.generation", "7");
    DemandForecastJob.define(env, settings, world);
    Map<String, Long> counts = new TreeMap<>();
    env.execute()
        .getAllAccumulatorResults()
        .forEach((name, count) -> counts.put(name, (Long) count));
    return counts;
  }

  private static List<Arrival> threeDays() {
    List<Event> events = new ArrayList<>();
    events.add(Tills.store("store", MIDNIGHT, "UTC"));
    for (int p = 0; p < PRODUCTS; p++) {
      events.add(Tills.count("count-" + p, "p" + p, MIDNIGHT + MINUTE, 40));
    }
    for (int hour = 1; hour < DAYS * 24 - 4; hour++) {
      events.add(Tills.tick(MIDNIGHT + hour * HOUR));
      String id = "sale-" + hour;
      events.add(Tills.sale(id, "p" + hour % PRODUCTS, MIDNIGHT + hour * HOUR + MINUTE, 1));
    }
    events.add(events.get(events.size() - 1));
    events.add(Tills.sale("old", "p0", MIDNIGHT - 20 * DAY, 1));
    events.add(Tills.tick(lastTick()));
    List<Arrival> arrivals = new ArrayList<>();
    events.forEach(event -> arrivals.add(reread(event)));
    arrivals.add(new ArrivalReader(true).read("{}".getBytes(StandardCharsets.UTF_8), lastTick()));
    return arrivals;
  }

  private static long lastTick() {
    return MIDNIGHT + (DAYS * 24 - 3) * HOUR;
  }

  private static Arrival reread(Event event) {
    return new ArrivalReader(true).read(EventCodec.encode(event), event.occurredAt());
  }
}
