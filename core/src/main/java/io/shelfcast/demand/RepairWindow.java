package io.shelfcast.demand;

import io.shelfcast.event.Windows;

/**
 * The days of one store-product whose totals can still change: the open day and the {@link
 * Windows#REPAIR_DAYS} closed days before it. Only back-fill reaches further back.
 */
final class RepairWindow {
  private final Memory memory;

  RepairWindow(Memory memory) {
    this.memory = memory;
  }

  /** The first day of the window, known or not. */
  int start() {
    return memory.hot().closedThrough - Windows.REPAIR_DAYS + 1;
  }

  /** The first day of the window that is known; the open day while none is. */
  int oldestKnown() {
    return Math.min(memory.hot().openDay(), Math.max(start(), memory.history().oldestKept()));
  }

  /** The totals of the open day or of a closed one inside the window, to be changed. */
  DayTotals totals(int day) {
    HotState hot = memory.hot();
    if (day > hot.closedThrough) {
      return hot.today;
    }
    closedDaysChanged();
    return memory.history().repair(day, hot.closedThrough);
  }

  /** Notes that whatever is derived from closed days no longer holds. */
  void closedDaysChanged() {
    HotState hot = memory.hot();
    hot.closedDaysStale = true;
    hot.forecastStale = true;
    memory.historyChanged();
  }

  /** Whether the day came whole from back-fill, so that it takes no single sales beside. */
  boolean isBackfilled(int day) {
    if (day > memory.hot().closedThrough) {
      /* Most events are of the open day: no need to fetch a year of history for them. */
      return false;
    }
    DemandHistory history = memory.history();
    return history.has(day) && history.day(day).isBackfilled();
  }

  /** Adds a reported interval to its days, up to the day it was reported on. */
  void addReported(JournalEntry report, int day, StoreFacts store) {
    for (int d = Math.max(start(), store.businessDay(report.from())); d <= day; d++) {
      long from = Math.max(report.from(), store.tradingFrom(d));
      long to = Math.min(report.to(), store.tradingTo(d));
      if (to > from && !isBackfilled(d)) {
        long length = store.tradingTo(d) - store.tradingFrom(d);
        totals(d).addReportedOut((to - from) * report.stockoutShare() / length);
      }
    }
  }
}
