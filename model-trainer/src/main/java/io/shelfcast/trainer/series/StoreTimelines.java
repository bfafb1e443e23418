package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventBinary;
import io.shelfcast.event.EventType;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is gathered about stores, and about time, while all events pass by once. Complete and safe
 * to read from several threads when the last event was added.
 */
public final class StoreTimelines implements Serializable {
  private final ZoneId assumed;
  private final Set<String> stores = new TreeSet<>();
  private transient Map<String, List<ArchivedEvent>> storeEvents = new HashMap<>();
  private int firstDay = Integer.MAX_VALUE;
  private long end = Long.MIN_VALUE;

  /**
   * @param assumed zone of a store that has not said its own
   */
  public StoreTimelines(ZoneId assumed) {
    this.assumed = assumed;
  }

  /** Takes note of an event. */
  public void add(ArchivedEvent archived) {
    String store = archived.event().storeId();
    stores.add(store);
    end = Math.max(end, archived.arrivedAt());
    if (archived.event().type() == EventType.STORE) {
      keep(archived);
    } else if (!archived.event().type().isStoreLevel()) {
      firstDay = Math.min(firstDay, archived.businessDay());
    }
  }

  private void keep(ArchivedEvent storeEvent) {
    storeEvents
        .computeIfAbsent(storeEvent.event().storeId(), absent -> new ArrayList<>())
        .add(storeEvent);
  }

  /** Takes in what was gathered elsewhere, from later events of the data. */
  public void join(StoreTimelines other) {
    stores.addAll(other.stores);
    other.storeEvents.values().forEach(events -> events.forEach(this::keep));
    firstDay = Math.min(firstDay, other.firstDay);
    end = Math.max(end, other.end);
  }

  StoreTimeline timeline(String store) {
    return new StoreTimeline(storeEvents.getOrDefault(store, List.of()), assumed);
  }

  /** First business day of an event about a product. */
  public int firstDay() {
    return firstDay;
  }

  /** Last business day that is over in some store. */
  public int lastDay() {
    return stores.stream()
        .mapToInt(store -> timeline(store).at(end).businessDay(end) - 1)
        .max()
        .orElse(Integer.MIN_VALUE);
  }

  /** Arrival of the last event. */
  public long end() {
    return end;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeInt(storeEvents.values().stream().mapToInt(List::size).sum());
    for (List<ArchivedEvent> events : storeEvents.values()) {
      for (ArchivedEvent archived : events) {
        EventBinary.write(archived, out);
      }
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    storeEvents = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      keep(EventBinary.readArchived(in));
    }
  }
}
