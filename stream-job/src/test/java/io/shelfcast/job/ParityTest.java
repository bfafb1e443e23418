package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.feature.Features;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant 1: what the model saw in the stream is what the lake alone says, bit for bit, across
 * late events, voids, day closes and a failure.
 */
class ParityTest {
  private static final int DAYS = 60;
  private static final long SEED = 11;
  private static final ZoneId ASSUMED = ZoneId.of("UTC");

  @TempDir private Path lake;

  @Test
  void theLakeAloneRebuildsEachSampledFeatureToTheBit() throws Exception {
    TestBundles.BundleFiles bundle = TestBundles.bundle(1, 1f);
    bundle.writeTo(lake.resolve("models"));
    run();
    Snapshot snapshot = Lake.open(lake).refresh();
    List<ArchivedEvent> events = rows(snapshot);
    GroupStatistics groups = bundle.read().statistics();
    int compared = 0;
    int withLateEvents = 0;
    var decisions = snapshot.decisions(0, Integer.MAX_VALUE, RowFilter.all());
    while (decisions.hasNext()) {
      Decision decision = decisions.next().decision();
      if (decision.features() != null) {
        compare(decision, events, groups);
        compared++;
        withLateEvents += hasLateEvent(decision, events) ? 1 : 0;
      }
    }
    assertTrue(compared >= 20, compared + " sampled decisions");
    assertTrue(withLateEvents > 0, "no decision followed a late event");
  }

  private void compare(Decision decision, List<ArchivedEvent> events, GroupStatistics groups) {
    StoreFacts store = StoreFacts.unknown(ASSUMED);
    for (ArchivedEvent row : events) {
      if (row.event().type() == EventType.STORE && store.revision() < decision.storeRevision()) {
        store = store.with(row.event());
      }
    }
    StoreProduct product = StoreProduct.inMemory(decision.after().key());
    for (ArchivedEvent row : events) {
      if (isBehind(row, decision)) {
        product.apply(row.event(), store);
      }
    }
    product.closeThrough(decision.after().version().closedThroughDay(), store);
    assertEquals(decision.after().asOf(), product.asOf(store), "as of");
    float[] rebuilt = Features.of(product, product.asOf(store), store, groups).rows();
    for (int i = 0; i < rebuilt.length; i++) {
      assertEquals(
          Float.floatToRawIntBits(decision.features()[i]),
          Float.floatToRawIntBits(rebuilt[i]),
          () -> "seed " + SEED + ", " + decision.after());
    }
    assertEquals(FeatureSchema.ROWS * FeatureSchema.count(), rebuilt.length);
  }

  /** Whether a row was applied to the store-product when the decision was made. */
  private static boolean isBehind(ArchivedEvent row, Decision decision) {
    long applied = decision.after().version().eventsApplied() - decision.storeRevision();
    return !row.event().type().isStoreLevel()
        && row.fate() == Fate.APPLIED
        && row.ordinal() <= applied;
  }

  private static boolean hasLateEvent(Decision decision, List<ArchivedEvent> events) {
    long newest = Long.MIN_VALUE;
    for (ArchivedEvent row : events) {
      if (isBehind(row, decision)) {
        if (row.event().occurredAt() < newest - Tills.DAY) {
          return true;
        }
        newest = Math.max(newest, row.event().occurredAt());
      }
    }
    return false;
  }

  private static List<ArchivedEvent> rows(Snapshot snapshot) {
    List<ArchivedEvent> rows = new ArrayList<>();
    snapshot.events(0, Integer.MAX_VALUE).forEachRemaining(rows::add);
    rows.sort(Comparator.comparingLong(ArchivedEvent::ordinal));
    return rows;
  }

  private void run() throws Exception {
    Configuration flink = new Configuration();
    flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    env.enableCheckpointing(100);
    JobSettings settings =
        TestSettings.of(
            "lake.root", lake.toUri().toString(),
            "job.generation", "1",
            "job.coalescingMillis", "20",
            "job.sampledDecisionsPerTenThousand", "10000");
    DemandForecastJob.define(env, settings, new Archiving(lake, Archiving.disorder(SEED, DAYS)));
    env.execute();
    assertTrue(InMemory.hasFailed());
  }
}
