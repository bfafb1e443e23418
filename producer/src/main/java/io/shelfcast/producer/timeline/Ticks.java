package io.shelfcast.producer.timeline;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The ticks of all stores at a fixed interval, the last one exactly at the end. */
public final class Ticks implements Iterator<TimedEvent> {
  private final List<String> stores;
  private final long end;
  private final long everyMillis;
  private long at;
  private int store;

  /**
   * @param from instant of the first ticks, in milliseconds since the epoch
   * @param end instant of the last ticks
   */
  public Ticks(List<String> stores, long from, long end, Duration every) {
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("Ticks need an interval above zero.");
    }
    this.stores = stores;
    this.at = from;
    this.end = end;
    this.everyMillis = every.toMillis();
  }

  /**
   * How often stores tick where nobody says otherwise: each stream-minute at speeds at which that
   * drowns nothing, more coarsely where a minute passes in a blink and ticks would outnumber sales.
   */
  public static Duration usualInterval(double speedUp) {
    if (speedUp <= 60) {
      return Duration.ofMinutes(1);
    }
    if (speedUp <= 600) {
      return Duration.ofMinutes(5);
    }
    return speedUp <= 3_600 ? Duration.ofMinutes(15) : Duration.ofHours(1);
  }

  @Override
  public boolean hasNext() {
    return at <= end && !stores.isEmpty();
  }

  @Override
  public TimedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    TimedEvent tick = tick(stores.get(store), at);
    store++;
    if (store == stores.size()) {
      store = 0;
      at = at < end ? Math.min(end, at + everyMillis) : end + 1;
    }
    return tick;
  }

  private static TimedEvent tick(String storeId, long at) {
    return TimedEvent.of(
        Event.of(EventType.TICK)
            .with(Field.EVENT_ID, EventIds.of("tick", storeId, Instant.ofEpochMilli(at).toString()))
            .with(Field.STORE_ID, storeId)
            .with(Field.OCCURRED_AT, at),
        at);
  }
}
