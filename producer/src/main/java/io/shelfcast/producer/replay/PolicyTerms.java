package io.shelfcast.producer.replay;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventLimits;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;

/**
 * The replenishment terms given to every store-product of a replay.
 *
 * @param serviceLevel cycle service level asked, above 0 and below 1
 */
public record PolicyTerms(
    int leadTimeDays, double leadTimeSdDays, int reviewPeriodDays, double serviceLevel) {
  /** A week from order to delivery, a chance to order each day, 95 %. */
  public static final PolicyTerms USUAL = new PolicyTerms(7, 0, 1, 0.95);

  private static final double SCALE = 10_000;

  public PolicyTerms {
    require(leadTimeDays >= 0 && leadTimeSdDays >= 0, "A lead time cannot be negative.");
    require(reviewPeriodDays > 0, "A review period is at least one day.");
    require(
        leadTimeDays + reviewPeriodDays <= EventLimits.MAX_PROTECTION_DAYS
            && leadTimeSdDays <= EventLimits.MAX_PROTECTION_DAYS,
        "Lead time and review period together cannot be more than 90 days.");
    require(
        serviceLevel >= 1 / SCALE && serviceLevel <= 1 - 1 / SCALE,
        "A service level lies between 0 and 1, as 0.95.");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The POLICY event of these terms, without its names and instant. */
  Event.Builder event() {
    return Event.of(EventType.POLICY)
        .with(Field.LEAD_TIME_DAYS, Math.round(leadTimeDays * SCALE))
        .with(Field.LEAD_TIME_SD_DAYS, Math.round(leadTimeSdDays * SCALE))
        .with(Field.REVIEW_PERIOD_DAYS, Math.round(reviewPeriodDays * SCALE))
        .with(Field.SERVICE_LEVEL, Math.round(serviceLevel * SCALE));
  }
}
