package io.shelfcast.demand;

import io.shelfcast.event.Windows;

/**
 * The full days (open, and in stock) of a history, counted from its last closed day. A mean over
 * them is one division of a sum of whole numbers, so that it is the same to the bit wherever it is
 * computed.
 */
final class FullDays {
  /** What {@link DayTotals#units()} counts one unit as. */
  static final double UNIT = 10_000;

  /* By how far back; null where the day is not known or not full. Each is looked at many times. */
  private final DayTotals[] days = new DayTotals[Windows.HISTORY_DAYS];

  FullDays(DemandHistory history, int lastDay) {
    for (int back = 0; back < days.length; back++) {
      if (history.has(lastDay - back) && history.day(lastDay - back).isFull()) {
        days[back] = history.day(lastDay - back);
      }
    }
  }

  /** The day so many days before the last, or null if it is not known or not full. */
  DayTotals back(int back) {
    return days[back];
  }

  /** Mean from one day through a later one, each given by how far back it lies. */
  float mean(int fromBack, int toBack) {
    long sum = 0;
    int n = 0;
    for (int back = fromBack; back >= toBack; back--) {
      DayTotals day = days[back];
      if (day != null) {
        sum += day.units();
        n++;
      }
    }
    return mean(sum, n);
  }

  /** Units a day; NaN where there are no days. */
  static float mean(long sum, int n) {
    return n == 0 ? Float.NaN : (float) (sum / UNIT / n);
  }
}
