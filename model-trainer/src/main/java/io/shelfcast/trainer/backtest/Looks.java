package io.shelfcast.trainer.backtest;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.rows.Champion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import io.shelfcast.trainer.series.UnnoticedStockouts;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Replays one series through the engine that the stream job runs and looks at it on some mornings.
 */
final class Looks {
  private final long end;
  private final boolean stockoutsNoticed;

  /** Hears of each look, in order of time. */
  interface Listener {
    void at(Look look);
  }

  /**
   * @param end the instant the data ends, in milliseconds since the epoch
   * @param stockoutsNoticed whether the engine hears of empty shelves
   */
  Looks(long end, boolean stockoutsNoticed) {
    this.end = end;
    this.stockoutsNoticed = stockoutsNoticed;
  }

  /**
   * Looks at a series.
   *
   * @param from first day that may pass
   * @param through last one
   * @param champions the bundle that forecasts on a day; null where none is asked
   */
  void at(
      Series series,
      int from,
      int through,
      IntPredicate passes,
      IntFunction<Champion> champions,
      Listener listener) {
    DailyTruth truth = DailyTruth.of(series, end);
    SeriesReplay replay =
        new SeriesReplay(stockoutsNoticed ? series : UnnoticedStockouts.of(series));
    int first = Math.max(from, truth.firstDay() + 1);
    for (int day = first; day <= Math.min(through, truth.lastDay()); day++) {
      if (passes.test(day)) {
        long asOf = series.store().latest().startOf(day);
        replay.advanceTo(asOf);
        StoreProduct product = replay.product();
        if (!product.isNew() && product.openDay() == day) {
          listener.at(look(series, truth, product, asOf, champions.apply(day)));
        }
      }
    }
  }

  private static Look look(
      Series series, DailyTruth truth, StoreProduct product, long asOf, Champion champion) {
    StoreFacts store = series.store().at(asOf);
    int open = product.openDay();
    double[] history = new double[open - truth.firstDay()];
    double[] sold = new double[history.length];
    for (int i = 0; i < history.length; i++) {
      history[i] = truth.demand(truth.firstDay() + i);
      sold[i] = truth.sold(truth.firstDay() + i);
    }
    double[] actual = new double[FeatureSchema.ROWS];
    boolean[] sells = new boolean[FeatureSchema.ROWS];
    for (int h = 0; h < actual.length; h++) {
      actual[h] = truth.demand(open + h);
      sells[h] = product.product().isOnSale(open + h) && !store.isPlannedClosed(open + h);
    }
    return new Look(
        series.key(),
        open,
        product.closedDays().demandClass(),
        history,
        sold,
        actual,
        sells,
        champion == null ? null : champion.forecast(product, asOf, store),
        Math.min(FeatureSchema.ROWS, truth.lastDay() - open + 1));
  }
}
