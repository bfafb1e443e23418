package io.shelfcast.producer.replay;

import io.shelfcast.producer.timeline.Disturbance;
import java.time.Duration;

/**
 * How a data set is replayed.
 *
 * @param terms given to every store-product
 * @param stock whether deliveries and counts are added
 * @param salesPerDay most SALE events a day of a store-product whose hours are not known
 * @param tickEvery between two ticks of a store
 * @param closeAfter how long after the last midnight stores go on ticking, so that the last day
 *     closes: longer than the job's lateness and its spread of closes
 */
public record ReplayOptions(
    PolicyTerms terms,
    boolean stock,
    int salesPerDay,
    Duration tickEvery,
    Duration closeAfter,
    Disturbance disturbance) {
  public ReplayOptions {
    if (salesPerDay < 1) {
      throw new IllegalArgumentException("A day's total is split into at least one sale.");
    }
  }

  /** Enough for any usual lateness. */
  public static final Duration USUAL_CLOSE_AFTER = Duration.ofHours(6);

  /** Plain replay with hourly ticks. */
  public static final ReplayOptions USUAL =
      new ReplayOptions(
          PolicyTerms.USUAL, false, 4, Duration.ofHours(1), USUAL_CLOSE_AFTER, Disturbance.NONE);
}
