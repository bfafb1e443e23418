package io.shelfcast.trainer.simulate;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventLimits;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.stock.Policy;
import io.shelfcast.trainer.series.Series;
import java.util.SplittableRandom;

/**
 * How the simulated shelves are replenished, all alike.
 *
 * @param leadTimeDays from the morning an order is made to the morning it arrives, on average
 * @param leadTimeSdDays its standard deviation; each order's own is drawn
 * @param reviewDays from one chance to order to the next
 * @param packSize goods are ordered in multiples of this, in 1/10,000 units
 * @param seed of the lead times drawn
 */
public record Terms(
    int leadTimeDays, double leadTimeSdDays, int reviewDays, long packSize, int seed) {
  private static final double ONE = 10_000;

  /** Lead times stray no further than this many standard deviations, as the job assumes. */
  private static final int FARTHEST_SDS = 3;

  /**
   * @throws IllegalArgumentException saying in a sentence what cannot be
   */
  public Terms {
    require(leadTimeDays >= 0 && leadTimeSdDays >= 0, "A lead time cannot be negative.");
    require(reviewDays >= 1, "A review period is at least one day.");
    require(packSize >= 1, "A pack holds at least 0.0001 units.");
    require(
        leadTimeDays + farthest(leadTimeSdDays) + reviewDays <= EventLimits.MAX_PROTECTION_DAYS,
        "Lead time, three of its standard deviations and review period together cannot be more"
            + " than "
            + EventLimits.MAX_PROTECTION_DAYS
            + " days.");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static int farthest(double sd) {
    return (int) Math.ceil(FARTHEST_SDS * sd);
  }

  /** Mean lead time plus review period: what an order-up-to level has to cover. */
  public int protectionDays() {
    return leadTimeDays + reviewDays;
  }

  /** The longest that a protection interval can become. */
  public int longestDays() {
    return protectionDays() + farthest(leadTimeSdDays);
  }

  /** The terms as the job is told them; the service level is left to who asks for a quantile. */
  public Policy policy() {
    Event event =
        Event.of(EventType.POLICY)
            .with(Field.EVENT_ID, "simulated")
            .with(Field.STORE_ID, "any")
            .with(Field.PRODUCT_ID, "any")
            .with(Field.OCCURRED_AT, 0)
            .with(Field.LEAD_TIME_DAYS, Math.round(leadTimeDays * ONE))
            .with(Field.LEAD_TIME_SD_DAYS, Math.round(leadTimeSdDays * ONE))
            .with(Field.REVIEW_PERIOD_DAYS, Math.round(reviewDays * ONE))
            .with(Field.SERVICE_LEVEL, Math.round(ONE / 2))
            .with(Field.PACK_SIZE, packSize)
            .build();
    return Policy.of(event, Stamp.of(event));
  }

  /**
   * The lead time of an order made on each of so many days; the same for every policy. Orders may
   * overtake one another.
   */
  int[] leadTimes(StoreProductKey key, int days) {
    SplittableRandom random = new SplittableRandom(Series.spread(key, seed));
    int[] drawn = new int[days];
    for (int day = 0; day < days; day++) {
      long lead = leadTimeDays;
      if (leadTimeSdDays > 0) {
        do {
          lead = Math.round(leadTimeDays + leadTimeSdDays * random.nextGaussian());
        } while (lead < 0 || Math.abs(lead - leadTimeDays) > farthest(leadTimeSdDays));
      }
      drawn[day] = (int) lead;
    }
    return drawn;
  }

  /** Whether a store-product may order on a day; products take turns over the review period. */
  boolean isReviewed(StoreProductKey key, int epochDay) {
    return Math.floorMod(Series.spread(key, 5) + epochDay, (long) reviewDays) == 0;
  }
}
