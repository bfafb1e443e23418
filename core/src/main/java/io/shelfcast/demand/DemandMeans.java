package io.shelfcast.demand;

/**
 * Means of demand over windows, weekdays and the weeks a year ago, as {@link ClosedDays} has them.
 */
final class DemandMeans {
  private static final int YEAR = 364;

  private DemandMeans() {}

  /** A mean for each of {@link ClosedDays#WINDOWS}. */
  static float[] ofWindows(FullDays days) {
    int[] windows = ClosedDays.WINDOWS;
    float[] means = new float[windows.length];
    long sum = 0;
    int n = 0;
    int window = 0;
    for (int back = 0; back < windows[windows.length - 1]; back++) {
      DayTotals day = days.back(back);
      if (day != null) {
        sum += day.units();
        n++;
      }
      if (back + 1 == windows[window]) {
        means[window++] = FullDays.mean(sum, n);
      }
    }
    return means;
  }

  /** For the weekdays of the next seven days: a mean for each of {@link ClosedDays#WEEKS}. */
  static float[] ofWeekdays(FullDays days) {
    int[] weeks = ClosedDays.WEEKS;
    float[] means = new float[7 * weeks.length];
    for (int ahead = 0; ahead < 7; ahead++) {
      long sum = 0;
      int n = 0;
      int stage = 0;
      for (int week = 1; week <= weeks[weeks.length - 1]; week++) {
        DayTotals day = days.back(7 * week - 1 - ahead);
        if (day != null) {
          sum += day.units();
          n++;
        }
        if (week == weeks[stage]) {
          means[ahead * weeks.length + stage++] = FullDays.mean(sum, n);
        }
      }
    }
    return means;
  }

  /** For each horizon day: the mean of so many days on either side of the day 52 weeks before. */
  static float[] aYearBefore(FullDays days, int eitherSide) {
    float[] means = new float[ClosedDays.HORIZONS];
    for (int h = 0; h < means.length; h++) {
      int centre = YEAR - 1 - h;
      means[h] = days.mean(centre + eitherSide, centre - eitherSide);
    }
    return means;
  }

  /** The mean of the 28 days that ended 52 weeks before the last closed day. */
  static float lastYearLevel(FullDays days) {
    return days.mean(YEAR + 27, YEAR);
  }

  /** By {@link ClosedDays#kindOfPromotion}: the mean of the full days of those that are over. */
  static float[] ofPromotions(DemandHistory history) {
    long[] sums = new long[ClosedDays.PROMOTION_KINDS];
    int[] counts = new int[sums.length];
    int day = history.oldestKept();
    while (day <= history.lastDay()) {
      int end = endOfPromotion(history, day);
      int kind = ClosedDays.kindOfPromotion(end - day);
      if (kind >= 0 && end <= history.lastDay()) {
        for (int d = day; d < end; d++) {
          DayTotals totals = history.day(d);
          sums[kind] += totals.isFull() ? totals.units() : 0;
          counts[kind] += totals.isFull() ? 1 : 0;
        }
      }
      day = Math.max(end, day + 1);
    }
    float[] means = new float[sums.length];
    for (int kind = 0; kind < means.length; kind++) {
      means[kind] = FullDays.mean(sums[kind], counts[kind]);
    }
    return means;
  }

  /** The day after the promotion that a day begins, or the day itself if it is not promoted. */
  private static int endOfPromotion(DemandHistory history, int day) {
    int end = day;
    while (history.has(end)
        && history.day(end).isPromoted()
        && history.day(end).discount() == history.day(day).discount()) {
      end++;
    }
    return end;
  }
}
