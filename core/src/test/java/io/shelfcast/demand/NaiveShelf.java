package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slow and obvious answer to what {@link StoreProduct} keeps step by step. */
final class NaiveShelf {
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Event> earliestVoid = new HashMap<>();

  NaiveShelf(List<Event> all) {
    events.addAll(all);
    events.sort((x, y) -> Stamp.of(x).compareTo(Stamp.of(y)));
    for (Event e : events) {
      if (e.type() == EventType.VOID) {
        earliestVoid.putIfAbsent(e.text(Field.VOIDS_EVENT_ID), e);
      }
    }
  }

  long unitsOn(int day, StoreFacts store) {
    long units = 0;
    for (Event e : events) {
      boolean counts = e.type() == EventType.SALE && !earliestVoid.containsKey(e.eventId());
      units += counts && store.businessDay(e.occurredAt()) == day ? e.quantity() : 0;
    }
    return units;
  }

  /** Stock after all events up to and including an instant; null while unknown. */
  Long onHandAt(long instant) {
    Long onHand = null;
    for (Event e : events) {
      if (e.occurredAt() > instant) {
        break;
      }
      if (e.type() == EventType.COUNT) {
        onHand = e.quantity();
      } else if (onHand != null) {
        onHand += movement(e);
      }
    }
    return onHand;
  }

  private long movement(Event e) {
    switch (e.type()) {
      case SALE:
        return -e.quantity();
      case VOID:
        Event first = earliestVoid.get(e.text(Field.VOIDS_EVENT_ID));
        return first == e ? sale(e.text(Field.VOIDS_EVENT_ID)).quantity() : 0;
      case RETURN:
      case RECEIPT:
      case ADJUST:
        return e.quantity();
      default:
        return 0;
    }
  }

  private Event sale(String id) {
    return events.stream().filter(e -> e.eventId().equals(id)).findFirst().orElseThrow();
  }

  /** Share of a day's trading minutes that began with an empty shelf, in 1/10,000. */
  long emptyShare(int day, StoreFacts store) {
    long minutes = 0;
    long empty = 0;
    for (long t = store.tradingFrom(day); t < store.tradingTo(day); t += 60_000) {
      Long onHand = onHandAt(t);
      minutes++;
      empty += onHand != null && onHand <= 0 ? 1 : 0;
    }
    return empty * 10_000 / minutes;
  }
}
