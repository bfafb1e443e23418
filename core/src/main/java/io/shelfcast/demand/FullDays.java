package io.shelfcast.demand;

/**
 * The full days (open, and in stock) of a history, counted from its last closed day. A mean over
 * them is one division of a sum of whole numbers, so that it is the same to the bit wherever it is
 * computed.
 */
final class FullDays {
  /** What {@link DayTotals#units()} counts one unit as. */
  static final double UNIT = 10_000;

  private final DemandHistory history;
  private final int lastDay;

  FullDays(DemandHistory history, int lastDay) {
    this.history = history;
    this.lastDay = lastDay;
  }

  /** The day so many days before the last, or null if it is not known or not full. */
  DayTotals back(int days) {
    if (!history.has(lastDay - days)) {
      return null;
    }
    DayTotals totals = history.day(lastDay - days);
    return totals.isFull() ? totals : null;
  }

  /** Mean from one day through a later one, each given by how far back it lies. */
  float mean(int fromBack, int toBack) {
    long sum = 0;
    int n = 0;
    for (int back = fromBack; back >= toBack; back--) {
      DayTotals day = back(back);
      if (day != null) {
        sum += day.units();
        n++;
      }
    }
    return mean(sum, n);
  }

  /** Units a day; NaN where there are no days. */
  static float mean(long sum, int days) {
    return days == 0 ? Float.NaN : (float) (sum / UNIT / days);
  }
}
