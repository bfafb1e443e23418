package io.shelfcast.producer.replay;

import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.Place;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;

/**
 * The STORE events of a data set: one at the start, and where stores have planned closed days one
 * each half year, since a store's newest event holds all that is planned and the list is bounded.
 */
public final class StoreCalendar {
  private static final int EVERY_DAYS = 180;
  private static final int KNOWN_AHEAD_DAYS = 400;
  private static final int KEPT_BEHIND_DAYS = 60;
  private static final int MOST_CLOSED_DAYS = 400;

  private StoreCalendar() {}

  /** The events in order of time. */
  public static Iterator<TimedEvent> of(DailySeries series) {
    Place place = series.place();
    StoreClock clock = new StoreClock(place.zone());
    List<TimedEvent> events = new ArrayList<>();
    int firstDay = series.overview().firstDay();
    for (int day = firstDay; day <= series.overview().lastDay(); day += EVERY_DAYS) {
      for (String store : series.overview().stores()) {
        NavigableSet<Integer> closed = series.overview().closedDays(store);
        if (day > firstDay && closed.isEmpty()) {
          continue;
        }
        List<Integer> planned =
            closed.subSet(day - KEPT_BEHIND_DAYS, true, day + KNOWN_AHEAD_DAYS, true).stream()
                .limit(MOST_CLOSED_DAYS)
                .toList();
        long at = clock.startOf(day);
        String zone = place.zone().getId();
        events.add(TimedEvent.of(Facts.store(store, zone, place.country(), planned, at), at));
      }
    }
    return events.iterator();
  }
}
