package io.shelfcast.producer.timeline;

import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import java.util.Comparator;

/**
 * An event and the instant, by the replay's clock, at which it is sent.
 *
 * @param event carries {@code sentAt}, which equals {@code at} but for a duplicate
 * @param at milliseconds since the epoch
 */
public record TimedEvent(Event event, long at, Trait trait) {
  /** By the instant of sending. */
  public static final Comparator<TimedEvent> BY_TIME = Comparator.comparingLong(TimedEvent::at);

  /** Stamps and builds an event that is sent at the given instant. */
  public static TimedEvent of(Event.Builder event, long at) {
    return of(event, at, Trait.NORMAL);
  }

  /** Stamps and builds an event of the given trait. */
  public static TimedEvent of(Event.Builder event, long at, Trait trait) {
    return new TimedEvent(event.with(Field.SENT_AT, at).build(), at, trait);
  }

  /** The same bytes once more, later. */
  public TimedEvent again(long later) {
    return new TimedEvent(event, later, Trait.DUPLICATE);
  }

  /** The partition key on the stream: the store-product, or the store alone. */
  public String partitionKey() {
    return event.type().isStoreLevel()
        ? event.storeId()
        : new StoreProductKey(event.storeId(), event.productId()).partitionKey();
  }
}
