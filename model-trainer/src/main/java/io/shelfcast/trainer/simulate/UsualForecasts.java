package io.shelfcast.trainer.simulate;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.backtest.Baselines;
import io.shelfcast.trainer.rows.Mornings.Morning;

/** What the usual policies expect on a morning, in units on each of the days of a forecast. */
final class UsualForecasts {
  /** As far back as they look. */
  private static final int LOOK_BACK = 28;

  private UsualForecasts() {}

  /** The mean of the last 28 open days with stock. */
  static double[] movingAverage(Morning morning) {
    return onSale(morning, Baselines.movingAverage(past(morning), LOOK_BACK, FeatureSchema.ROWS));
  }

  /** The last known day of the same weekday. */
  static double[] seasonalNaive(Morning morning) {
    return onSale(morning, Baselines.seasonalNaive(past(morning), FeatureSchema.ROWS));
  }

  /** Demand of the days before; NaN where it is not known, or the store was shut. */
  private static double[] past(Morning morning) {
    double[] past = new double[LOOK_BACK];
    for (int i = 0; i < LOOK_BACK; i++) {
      past[i] = morning.truth().fullDemand(morning.day() - LOOK_BACK + i);
    }
    return past;
  }

  /** A day on which nothing can be sold is known to everybody. */
  private static double[] onSale(Morning morning, double[] forecast) {
    for (int h = 0; h < forecast.length; h++) {
      forecast[h] = morning.sells(h) ? forecast[h] : 0;
    }
    return forecast;
  }
}
