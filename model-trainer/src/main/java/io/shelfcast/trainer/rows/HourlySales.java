package io.shelfcast.trainer.rows;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.trainer.series.Series;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** How the sales of each day of one series spread over its hours; days from back-fill have none. */
final class HourlySales {
  private final TreeMap<Integer, double[]> byDay = new TreeMap<>();
  private final Set<Integer> backfilled = new HashSet<>();

  HourlySales(Series series) {
    Set<String> voided = new HashSet<>();
    for (ArchivedEvent archived : series.arrivals()) {
      if (archived.event().type() == EventType.VOID) {
        voided.add(archived.event().text(Field.VOIDS_EVENT_ID));
      } else if (archived.event().type() == EventType.DAY) {
        backfilled.add(archived.businessDay());
      }
    }
    ZoneId zone = series.store().latest().zone();
    for (ArchivedEvent archived : series.arrivals()) {
      Event event = archived.event();
      if (event.type() == EventType.SALE && !voided.contains(event.eventId())) {
        int hour = Instant.ofEpochMilli(event.occurredAt()).atZone(zone).getHour();
        byDay.computeIfAbsent(archived.businessDay(), day -> new double[24])[hour] +=
            event.quantity();
      }
    }
  }

  /**
   * Whether a day is made of events, so that it can be looked at half-way: one after the first sale
   * ever and not from back-fill. A day without sales counts too.
   */
  boolean isMadeOfEvents(int day) {
    return !byDay.isEmpty() && day > byDay.firstKey() && !backfilled.contains(day);
  }

  /** Shows each day that has sales, with its quantities by hour. */
  void forEach(BiConsumer<Integer, double[]> day) {
    byDay.forEach(day);
  }
}
