package io.shelfcast.job.aws;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.TableWrite;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetVersion;
import java.util.Arrays;

/** Targets to write, for tests. */
final class Targets {
  private Targets() {}

  static TargetVersion version(long generation, int closedThroughDay, long events) {
    return new TargetVersion(generation, closedThroughDay, 3, events, true);
  }

  static TableWrite write(String product, TargetVersion version, boolean atRisk) {
    long[] measures = new long[Measure.values().length];
    Arrays.setAll(measures, i -> 10_000L * i + 2_500);
    measures[Measure.ON_HAND.ordinal()] = version.eventsApplied() * 10_000;
    measures[Measure.ON_ORDER.ordinal()] = InventoryTarget.ABSENT;
    measures[Measure.STOCKOUT_PROBABILITY.ordinal()] = atRisk ? 9_100 : 100;
    StoreProductKey key = new StoreProductKey("s1", product);
    long asOf = 86_400_000L * version.closedThroughDay() + 1;
    InventoryTarget target = new InventoryTarget(key, version, asOf, atRisk, false, measures);
    return TableWrite.of(new Decision(null, target, Decision.Reason.RISK, 0, 0, null));
  }
}
