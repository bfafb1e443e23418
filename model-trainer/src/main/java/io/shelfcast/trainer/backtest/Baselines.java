package io.shelfcast.trainer.backtest;

import java.util.Arrays;

/**
 * What a retailer would use instead: forecasts from nothing but the days of one series.
 *
 * <p>All take the units wanted on each day up to the day before the origin, NaN where unknown, and
 * give as many days from there. Unknown days are passed over; where nothing is known nothing is
 * expected.
 */
public final class Baselines {
  private static final int WEEK = 7;

  /** Days to the same weekday a year ago. */
  static final int YEAR = 364;

  private static final int WEEKS_BACK = 4;

  /** Usual for intermittent demand; Syntetos and Boylan (2005). */
  private static final double INTERMITTENT_SMOOTHING = 0.1;

  private static final double[] SMOOTHING = {0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8};

  private Baselines() {}

  /** The last known day of the same weekday, at most four weeks back. */
  public static double[] seasonalNaive(double[] history, int days) {
    double[] forecast = new double[days];
    for (int h = 0; h < days; h++) {
      int day = history.length + h % WEEK - WEEK;
      for (int week = 1; week < WEEKS_BACK && Double.isNaN(at(history, day)); week++) {
        day -= WEEK;
      }
      forecast[h] = orZero(at(history, day));
    }
    return forecast;
  }

  /** The day 52 weeks before, or seasonal naive where that is not known. */
  static double[] lastYear(double[] history, int days) {
    double[] forecast = seasonalNaive(history, days);
    for (int h = 0; h < days; h++) {
      double lastYear = at(history, history.length + h - YEAR);
      forecast[h] = Double.isNaN(lastYear) ? forecast[h] : lastYear;
    }
    return forecast;
  }

  /** The mean of the last days. */
  public static double[] movingAverage(double[] history, int window, int days) {
    return flat(mean(history, history.length - 1, 1, window), days);
  }

  /** For each weekday the mean of its days among the last ones. */
  static double[] weekdayAverage(double[] history, int window, int days) {
    double[] forecast = new double[days];
    for (int h = 0; h < days; h++) {
      int last = history.length + h % WEEK - WEEK;
      forecast[h] = mean(history, last, WEEK, window / WEEK);
    }
    return forecast;
  }

  /** Simple exponential smoothing, with the constant whose one-step errors were smallest. */
  static double[] exponentialSmoothing(double[] history, int days) {
    double least = Double.POSITIVE_INFINITY;
    double level = 0;
    for (double smoothing : SMOOTHING) {
      double[] fitted = smoothed(history, smoothing);
      if (fitted[1] < least) {
        level = fitted[0];
        least = fitted[1];
      }
    }
    return flat(level, days);
  }

  /** Last level and sum of squared one-step errors; starts with the mean of the first week. */
  private static double[] smoothed(double[] history, double smoothing) {
    double level = mean(history, Math.min(WEEK, history.length) - 1, 1, WEEK);
    double squares = 0;
    for (double units : history) {
      if (!Double.isNaN(units)) {
        squares += (units - level) * (units - level);
        level += smoothing * (units - level);
      }
    }
    return new double[] {level, squares};
  }

  /** Croston's method as corrected by Syntetos and Boylan: mean size over mean interval. */
  static double[] crostonSba(double[] history, int days) {
    double a = INTERMITTENT_SMOOTHING;
    double size = Double.NaN;
    double interval = Double.NaN;
    int since = 0;
    for (double units : history) {
      since += Double.isNaN(units) ? 0 : 1;
      if (units > 0) {
        boolean first = Double.isNaN(size);
        size = first ? units : size + a * (units - size);
        interval = first ? since : interval + a * (since - interval);
        since = 0;
      }
    }
    return flat(orZero((1 - a / 2) * size / interval), days);
  }

  /** Teunter, Syntetos and Babai (2011): mean size times the probability of a sale. */
  static double[] tsb(double[] history, int days) {
    double a = INTERMITTENT_SMOOTHING;
    double size = Double.NaN;
    double probability = Double.NaN;
    int since = 0;
    for (double units : history) {
      if (Double.isNaN(units)) {
        continue;
      }
      since++;
      if (units > 0) {
        boolean first = Double.isNaN(size);
        size = first ? units : size + a * (units - size);
        probability = first ? 1.0 / since : probability + a * (1 - probability);
      } else {
        probability *= 1 - a;
      }
    }
    return flat(orZero(size * probability), days);
  }

  private static double at(double[] history, int day) {
    return day < 0 || day >= history.length ? Double.NaN : history[day];
  }

  private static double mean(double[] history, int last, int step, int count) {
    double sum = 0;
    int known = 0;
    for (int i = 0; i < count; i++) {
      double units = at(history, last - i * step);
      if (!Double.isNaN(units)) {
        sum += units;
        known++;
      }
    }
    return known == 0 ? 0 : sum / known;
  }

  private static double orZero(double units) {
    return Double.isNaN(units) ? 0 : units;
  }

  private static double[] flat(double units, int days) {
    double[] forecast = new double[days];
    Arrays.fill(forecast, units);
    return forecast;
  }
}
