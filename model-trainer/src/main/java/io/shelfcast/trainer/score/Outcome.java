package io.shelfcast.trainer.score;

import io.shelfcast.forecast.DemandClass;

/**
 * One forecast and what came of it, day by day from the open one, in units.
 *
 * @param forecast expected demand of the rest of the open day, then of the days after it
 * @param actual demand that came; NaN where it is not known: the future, or a day short of stock
 * @param elapsed how many of the days lie in the past
 */
public record Outcome(DemandClass demandClass, double[] forecast, double[] actual, int elapsed) {
  /** Least share of an interval's days whose demand must be known. */
  private static final double KNOWN_SHARE = 0.7;

  /**
   * Forecast and actual demand cumulated over an interval, over its known days only.
   *
   * @param known whether enough days are known for the sums to stand for the interval
   */
  public record LeadTime(double forecast, double actual, boolean known) {}

  /** The same as it was known when only so many of its days lay in the past. */
  public Outcome asKnownAfter(int days) {
    return new Outcome(demandClass, forecast, actual, Math.max(0, Math.min(elapsed, days)));
  }

  /** The sums over the first {@code days} days. */
  public LeadTime leadTime(int days) {
    double forecastSum = 0;
    double actualSum = 0;
    int known = 0;
    for (int i = 0; i < days; i++) {
      if (!Double.isNaN(actual[i])) {
        forecastSum += forecast[i];
        actualSum += actual[i];
        known++;
      }
    }
    boolean enough = days <= elapsed && known >= KNOWN_SHARE * days;
    return new LeadTime(forecastSum, actualSum, enough);
  }
}
