package io.shelfcast.trainer.simulate;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.backtest.Baselines;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Replays one series through the engine that the stream job runs and stops on mornings, before
 * anything is sold.
 */
final class Mornings {
  /** As far back as the usual forecasts look. */
  private static final int LOOK_BACK = 28;

  private final Series series;
  private final DailyTruth truth;

  /**
   * @param end the instant the data ends, in milliseconds since the epoch
   */
  Mornings(Series series, long end) {
    this.series = series;
    this.truth = DailyTruth.of(series, end);
  }

  DailyTruth truth() {
    return truth;
  }

  /** Stops on the mornings that pass a test, in order. */
  void each(int from, int through, IntPredicate passes, Consumer<Morning> listener) {
    SeriesReplay replay = new SeriesReplay(series);
    int first = Math.max(from, truth.firstDay() + 1);
    for (int day = first; day <= Math.min(through, truth.lastDay()); day++) {
      if (passes.test(day)) {
        long asOf = series.store().latest().startOf(day);
        replay.advanceTo(asOf);
        StoreProduct product = replay.product();
        if (!product.isNew() && product.openDay() == day) {
          listener.accept(new Morning(product, series.store().at(asOf), asOf));
        }
      }
    }
  }

  /** What is known on one morning; holds only until the next. */
  final class Morning {
    private final StoreProduct product;
    private final StoreFacts store;
    private final long asOf;

    Morning(StoreProduct product, StoreFacts store, long asOf) {
      this.product = product;
      this.store = store;
      this.asOf = asOf;
    }

    int day() {
      return product.openDay();
    }

    StoreProduct product() {
      return product;
    }

    StoreFacts store() {
      return store;
    }

    long asOf() {
      return asOf;
    }

    /** The mean of the last 28 open days with stock, on each of the days of a forecast. */
    double[] movingAverage() {
      return onSale(Baselines.movingAverage(past(), LOOK_BACK, FeatureSchema.ROWS));
    }

    /** The last known day of the same weekday, on each of the days of a forecast. */
    double[] seasonalNaive() {
      return onSale(Baselines.seasonalNaive(past(), FeatureSchema.ROWS));
    }

    /** Demand of the days before; NaN where it is not known, or the store was shut. */
    private double[] past() {
      double[] past = new double[LOOK_BACK];
      for (int i = 0; i < LOOK_BACK; i++) {
        past[i] = truth.fullDemand(day() - LOOK_BACK + i);
      }
      return past;
    }

    /** A day on which nothing can be sold is known to everybody. */
    private double[] onSale(double[] forecast) {
      for (int h = 0; h < forecast.length; h++) {
        int day = day() + h;
        boolean sells = product.product().isOnSale(day) && !store.isPlannedClosed(day);
        forecast[h] = sells ? forecast[h] : 0;
      }
      return forecast;
    }

    /** What came on each of the days of a forecast; NaN where unknown. */
    double[] actual() {
      double[] actual = new double[FeatureSchema.ROWS];
      Arrays.setAll(actual, h -> truth.demand(day() + h));
      return actual;
    }

    /** How many days of a forecast the data holds. */
    int elapsed() {
      return Math.min(FeatureSchema.ROWS, truth.lastDay() - day() + 1);
    }
  }
}
