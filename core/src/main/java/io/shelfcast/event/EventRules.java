package io.shelfcast.event;

import static io.shelfcast.event.EventLimits.*;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * What must hold of an event beyond the presence of its fields: how the values of one event go
 * together. One rulebook for reading and writing, so that nothing is sent that would be refused.
 *
 * @see ValueRules the limits of each value by itself
 */
final class EventRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private EventRules() {}

  /** Passes or throws the first breach found. */
  static void check(Event event) throws RefusedEvent {
    ValueRules.check(event);
    switch (event.type()) {
      case SALE:
      case RETURN:
      case RECEIPT:
        requirePositive(event, Field.QUANTITY);
        break;
      case VOID:
        checkVoid(event);
        break;
      case AVAILABILITY:
        checkInterval(event);
        break;
      case POLICY:
        checkPolicy(event);
        break;
      case PROMOTION:
        requireOrder(event, Field.FROM_DAY, Field.TO_DAY);
        if (event.number(Field.TO_DAY) - event.number(Field.FROM_DAY) >= MAX_PROMOTION_DAYS) {
          throw new RefusedEvent(
              Field.TO_DAY, "makes the plan longer than " + MAX_PROMOTION_DAYS + " days");
        }
        break;
      case PRODUCT:
        requireOrder(event, Field.LAUNCH_DAY, Field.END_DAY);
        break;
      case STORE:
        checkStore(event);
        break;
      default:
    }
  }

  private static void checkVoid(Event event) throws RefusedEvent {
    if (event.text(Field.VOIDS_EVENT_ID).equals(event.eventId())) {
      throw new RefusedEvent(Field.VOIDS_EVENT_ID, "names the VOID itself");
    }
    // A day's slack, because the store's zone is not known here.
    if ((event.number(Field.VOIDS_DAY) - 1) * DAY_MILLIS > event.occurredAt()) {
      throw new RefusedEvent(Field.VOIDS_DAY, "is after occurredAt");
    }
  }

  private static void checkInterval(Event event) throws RefusedEvent {
    long millis = event.number(Field.TO) - event.number(Field.FROM);
    if (millis <= 0) {
      throw new RefusedEvent(Field.TO, "is not after from");
    }
    if (millis > MAX_INTERVAL_DAYS * DAY_MILLIS) {
      throw new RefusedEvent(Field.TO, "is more than " + MAX_INTERVAL_DAYS + " days after from");
    }
  }

  private static void checkPolicy(Event event) throws RefusedEvent {
    boolean costs = event.has(Field.SHORTAGE_COST) && event.has(Field.HOLDING_COST);
    if (!event.has(Field.SERVICE_LEVEL) && !costs) {
      throw new RefusedEvent(
          Field.SERVICE_LEVEL, "is missing, and so is one of shortageCost and holdingCost");
    }
    requirePositive(event, Field.SERVICE_LEVEL);
    if (event.number(Field.SERVICE_LEVEL, 0) == 10_000) {
      throw new RefusedEvent(Field.SERVICE_LEVEL, "is 1, which no finite stock can promise");
    }
    requirePositive(event, Field.SHORTAGE_COST);
    requirePositive(event, Field.HOLDING_COST);
    if (costs) {
      checkCriticalRatio(event.number(Field.SHORTAGE_COST), event.number(Field.HOLDING_COST));
    }
    requirePositive(event, Field.PACK_SIZE);
    long protection = event.number(Field.LEAD_TIME_DAYS) + event.number(Field.REVIEW_PERIOD_DAYS);
    if (protection > MAX_PROTECTION_DAYS * 10_000L) {
      throw new RefusedEvent(
          Field.LEAD_TIME_DAYS,
          "and reviewPeriodDays together are above " + MAX_PROTECTION_DAYS + " days");
    }
  }

  /** The service level that two costs ask for is held in 1/10,000, as a stated one is. */
  private static void checkCriticalRatio(long shortage, long holding) throws RefusedEvent {
    long level = Math.round(10_000.0 * shortage / (shortage + holding));
    if (level == 0 || level == 10_000) {
      throw new RefusedEvent(
          Field.SHORTAGE_COST, "against holdingCost asks for a service level of " + level / 10_000);
    }
  }

  private static void checkStore(Event event) throws RefusedEvent {
    try {
      ZoneId.of(event.text(Field.ZONE));
    } catch (DateTimeException e) {
      throw new RefusedEvent(Field.ZONE, "is not a known time zone such as Europe/London");
    }
    if (event.has(Field.COUNTRY) && !COUNTRIES.contains(event.text(Field.COUNTRY))) {
      throw new RefusedEvent(Field.COUNTRY, "is not a two-letter ISO 3166 code such as GB");
    }
    if (event.has(Field.CLOSED_DAYS)) {
      DateList.check(Field.CLOSED_DAYS, event.text(Field.CLOSED_DAYS));
    }
  }

  private static void requirePositive(Event event, Field field) throws RefusedEvent {
    if (event.number(field, 1) == 0) {
      throw new RefusedEvent(field, "must be above 0 in a " + event.type());
    }
  }

  private static void requireOrder(Event event, Field first, Field last) throws RefusedEvent {
    if (event.has(first) && event.has(last) && event.number(last) < event.number(first)) {
      throw new RefusedEvent(last, "is before " + first.json());
    }
  }
}
