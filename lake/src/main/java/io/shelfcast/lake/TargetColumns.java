package io.shelfcast.lake;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetVersion;
import java.util.Arrays;

/** Collects the columns of one of a decision's two targets. */
final class TargetColumns {
  final long[] measures = new long[Measure.values().length];
  long generation;
  int closedThroughDay;
  long bundleSequence;
  long eventsApplied;
  boolean caughtUp;
  boolean remote;
  boolean atRisk;
  boolean extended;
  private long asOf;
  private boolean present;

  void clear() {
    Arrays.fill(measures, InventoryTarget.ABSENT);
    remote = false;
    present = false;
  }

  /** A target always has its as-of time, so this column tells whether there is one. */
  void setAsOf(long millis) {
    asOf = millis;
    present = true;
  }

  /** The target, or null where its columns are. */
  InventoryTarget target(StoreProductKey key) {
    if (!present) {
      return null;
    }
    TargetVersion version =
        new TargetVersion(
            generation, closedThroughDay, bundleSequence, eventsApplied, caughtUp, remote);
    return new InventoryTarget(key, version, asOf, atRisk, extended, measures.clone());
  }
}
