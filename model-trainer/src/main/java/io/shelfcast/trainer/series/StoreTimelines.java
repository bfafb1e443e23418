package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventType;
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
final class StoreTimelines {
  private final ZoneId assumed;
  private final Set<String> stores = new TreeSet<>();
  private final Map<String, List<ArchivedEvent>> storeEvents = new HashMap<>();
  private int firstDay = Integer.MAX_VALUE;
  private long end = Long.MIN_VALUE;

  /**
   * @param assumed zone of a store that has not said its own
   */
  StoreTimelines(ZoneId assumed) {
    this.assumed = assumed;
  }

  void add(ArchivedEvent archived) {
    String store = archived.event().storeId();
    stores.add(store);
    end = Math.max(end, archived.arrivedAt());
    if (archived.event().type() == EventType.STORE) {
      storeEvents.computeIfAbsent(store, absent -> new ArrayList<>()).add(archived);
    } else if (!archived.event().type().isStoreLevel()) {
      firstDay = Math.min(firstDay, archived.businessDay());
    }
  }

  StoreTimeline timeline(String store) {
    return new StoreTimeline(storeEvents.getOrDefault(store, List.of()), assumed);
  }

  /** First business day of an event about a product. */
  int firstDay() {
    return firstDay;
  }

  /** Last business day that is over in some store. */
  int lastDay() {
    return stores.stream()
        .mapToInt(store -> timeline(store).at(end).businessDay(end) - 1)
        .max()
        .orElse(Integer.MIN_VALUE);
  }

  /** Arrival of the last event. */
  long end() {
    return end;
  }
}
