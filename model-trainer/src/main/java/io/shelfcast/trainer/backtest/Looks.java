package io.shelfcast.trainer.backtest;

import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.rows.Champion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.Mornings;
import io.shelfcast.trainer.rows.Mornings.Morning;
import io.shelfcast.trainer.series.Series;
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
    Series heard = stockoutsNoticed ? series : UnnoticedStockouts.of(series);
    new Mornings(heard, DailyTruth.of(series, end))
        .each(
            from,
            through,
            passes,
            morning -> listener.at(look(morning, champions.apply(morning.day()))));
  }

  private static Look look(Morning morning, Champion champion) {
    DailyTruth truth = morning.truth();
    double[] history = new double[morning.day() - truth.firstDay()];
    double[] sold = new double[history.length];
    for (int i = 0; i < history.length; i++) {
      history[i] = truth.demand(truth.firstDay() + i);
      sold[i] = truth.sold(truth.firstDay() + i);
    }
    boolean[] sells = new boolean[FeatureSchema.ROWS];
    for (int h = 0; h < sells.length; h++) {
      sells[h] = morning.sells(h);
    }
    StoreProduct product = morning.product();
    return new Look(
        product.key(),
        morning.day(),
        product.closedDays().demandClass(),
        history,
        sold,
        morning.actual(),
        sells,
        champion == null ? null : champion.forecast(product, morning.asOf(), morning.store()),
        morning.elapsed());
  }
}
