package io.shelfcast.job;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import java.time.Instant;

/** Events as tills send them, for tests. */
public final class Tills {
  /** Midnight UTC of the first day of all tests. */
  public static final long MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  public static final long MINUTE = 60_000;
  public static final long HOUR = 60 * MINUTE;
  public static final long DAY = 24 * HOUR;

  private Tills() {}

  public static Event store(String id, long at, String zone) {
    return common(EventType.STORE, id, at).with(Field.ZONE, zone).build();
  }

  public static Event tick(long at) {
    return common(EventType.TICK, "tick-" + at, at).build();
  }

  public static Event sale(String id, String product, long at, long units) {
    return product(EventType.SALE, id, product, at).with(Field.QUANTITY, units * 10_000).build();
  }

  public static Event count(String id, String product, long at, long units) {
    return product(EventType.COUNT, id, product, at).with(Field.QUANTITY, units * 10_000).build();
  }

  private static Event.Builder product(EventType type, String id, String product, long at) {
    return common(type, id, at).with(Field.PRODUCT_ID, product);
  }

  private static Event.Builder common(EventType type, String id, long at) {
    return Event.of(type)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, "s1")
        .with(Field.OCCURRED_AT, at);
  }

  /** The event as it arrives without delay. */
  public static Arrival arrival(Event event) {
    return Arrival.live(event, event.occurredAt(), System.currentTimeMillis());
  }
}
