package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Windows;

/**
 * Whole days of one store-product, taken in as they are. A day comes either from back-fill or from
 * single sales, never from both; back-fill may reach back as far as the history does.
 */
final class Backfill {
  private final Memory memory;
  private final RepairWindow window;
  private final DayClose close;

  Backfill(Memory memory, RepairWindow window, DayClose close) {
    this.memory = memory;
    this.window = window;
    this.close = close;
  }

  /** Takes in a DAY event; one of a day that is still open closes it. */
  Fate take(Event event, int day, StoreFacts store) {
    HotState hot = memory.hot();
    return day > hot.closedThrough ? takeNext(event, day, store) : takePast(event, day);
  }

  private Fate takeNext(Event event, int day, StoreFacts store) {
    HotState hot = memory.hot();
    if (day == hot.openDay() && hot.today.sales() > 0) {
      return Fate.TOO_OLD;
    }
    close.through(day - 1, store);
    hot.today.setBackfilled(event);
    close.through(day, store);
    return Fate.APPLIED;
  }

  private Fate takePast(Event event, int day) {
    int closedThrough = memory.hot().closedThrough;
    if (day <= closedThrough - Windows.HISTORY_DAYS) {
      return Fate.TOO_OLD;
    }
    DayTotals totals = memory.history().repair(day, closedThrough);
    if (totals.sales() > 0 && !totals.isBackfilled()) {
      return Fate.TOO_OLD;
    }
    totals.setBackfilled(event);
    window.closedDaysChanged();
    return Fate.APPLIED;
  }
}
