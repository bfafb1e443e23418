package io.shelfcast.trainer.backtest;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.trainer.score.Outcome;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * One series at the start of one day: what was known, what was forecast and what came.
 *
 * @param openDay first day forecast, in days since the epoch
 * @param history units wanted on each day before it, from the first known; NaN where unknown
 * @param sold units sold on each of those days, whatever stock allowed: what usual methods go by
 * @param actual units wanted on each day from it; NaN where unknown or still to come
 * @param sells on which of those days the product was known to be on sale in an open store
 * @param model units the bundle expects on those days; null if none was asked
 * @param elapsed how many of those days the data holds
 */
record Look(
    StoreProductKey key,
    int openDay,
    DemandClass demandClass,
    double[] history,
    double[] sold,
    double[] actual,
    boolean[] sells,
    double[] model,
    int elapsed) {

  /** What a method said and what came of it. A planned closed day is known to all of them. */
  Outcome outcome(Method method) {
    double[] forecast = model;
    if (method.isBaseline()) {
      forecast = method.forecast(sold, actual.length);
      for (int h = 0; h < forecast.length; h++) {
        forecast[h] = sells[h] ? forecast[h] : 0;
      }
    }
    return new Outcome(demandClass, forecast, actual, elapsed);
  }

  /**
   * Mean squared change from one known day to the next, from the first with demand: what RMSSE
   * scales squared errors by. NaN if there is none.
   */
  double naiveMeanSquare() {
    double squares = 0;
    int changes = 0;
    boolean began = false;
    for (int day = 0; day < history.length; day++) {
      if (began && !Double.isNaN(history[day]) && !Double.isNaN(history[day - 1])) {
        double change = history[day] - history[day - 1];
        squares += change * change;
        changes++;
      }
      began |= history[day] > 0;
    }
    return changes == 0 ? Double.NaN : squares / changes;
  }

  /** The steps demand comes in: whole units, tenths, or 0 for none. */
  double unit() {
    return isMadeOf(1) ? 1 : isMadeOf(0.1) ? 0.1 : 0;
  }

  private boolean isMadeOf(double unit) {
    return DoubleStream.concat(Arrays.stream(history), Arrays.stream(actual))
        .filter(units -> !Double.isNaN(units))
        .allMatch(units -> Math.abs(units / unit - Math.rint(units / unit)) < 1e-6);
  }
}
