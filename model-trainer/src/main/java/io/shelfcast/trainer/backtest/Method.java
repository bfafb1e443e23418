package io.shelfcast.trainer.backtest;

import java.util.Arrays;
import java.util.List;

/** The forecasts that are compared. */
public enum Method {
  SHELFCAST("shelfcast", "Shelfcast", null),
  SEASONAL_NAIVE_7("seasonalNaive7", "seasonal naive 7", Baselines::seasonalNaive),
  LAST_YEAR("lastYear", "last year's day", Baselines::lastYear),
  MOVING_AVERAGE_7(
      "movingAverage7", "moving average 7", (past, days) -> Baselines.movingAverage(past, 7, days)),
  MOVING_AVERAGE_28(
      "movingAverage28",
      "moving average 28",
      (past, days) -> Baselines.movingAverage(past, 28, days)),
  DAY_OF_WEEK_AVERAGE_56(
      "dayOfWeekAverage56",
      "day-of-week average 56",
      (past, days) -> Baselines.weekdayAverage(past, 56, days)),
  EXPONENTIAL_SMOOTHING(
      "exponentialSmoothing", "exponential smoothing", Baselines::exponentialSmoothing),
  CROSTON_SBA("crostonSba", "Croston SBA", Baselines::crostonSba),
  TSB("tsb", "TSB", Baselines::tsb);

  private final String json;
  private final String title;
  private final Baseline baseline;

  /** A forecast from one series' days; see {@link Baselines}. */
  private interface Baseline {
    double[] forecast(double[] history, int days);
  }

  Method(String json, String title, Baseline baseline) {
    this.json = json;
    this.title = title;
    this.baseline = baseline;
  }

  /** Those that can be asked when so many days are known. */
  static List<Method> usable(int knownDays) {
    return Arrays.stream(values())
        .filter(method -> method != LAST_YEAR || knownDays >= Baselines.YEAR)
        .toList();
  }

  /** Its name in the JSON. */
  public String json() {
    return json;
  }

  /** Its name for readers. */
  public String title() {
    return title;
  }

  boolean isBaseline() {
    return baseline != null;
  }

  /** Units expected on each of so many days; only of a baseline. */
  double[] forecast(double[] history, int days) {
    return baseline.forecast(history, days);
  }
}
