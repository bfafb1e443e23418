package io.shelfcast.trainer.series;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.event.ArchivedEvent;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What was known about a store at any instant: its facts after each STORE event that arrived. */
public final class StoreTimeline {
  private final TreeMap<Long, StoreFacts> byArrival = new TreeMap<>();

  /**
   * @param storeEvents STORE events of one store in any order
   * @param assumed the zone until the first of them arrives
   */
  public StoreTimeline(List<ArchivedEvent> storeEvents, ZoneId assumed) {
    StoreFacts facts = StoreFacts.unknown(assumed);
    byArrival.put(Long.MIN_VALUE, facts);
    List<ArchivedEvent> inOrder =
        storeEvents.stream().sorted(Comparator.comparingLong(ArchivedEvent::arrivedAt)).toList();
    for (ArchivedEvent archived : inOrder) {
      facts = facts.with(archived.event());
      byArrival.put(archived.arrivedAt(), facts);
    }
  }

  /** The facts as of an instant in milliseconds since the epoch. */
  public StoreFacts at(long instant) {
    return byArrival.floorEntry(instant).getValue();
  }

  /** The facts as known last. */
  public StoreFacts latest() {
    return byArrival.lastEntry().getValue();
  }
}
