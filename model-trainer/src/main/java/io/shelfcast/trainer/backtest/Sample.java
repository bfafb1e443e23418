package io.shelfcast.trainer.backtest;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.series.Series;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One forecast to be shown: recent demand, what was expected and what came, in units.
 *
 * @param openDay first day forecast, in days since the epoch
 * @param history the days before it, NaN where unknown
 * @param low 0.05 quantile of the demand from the origin through each day
 * @param high 0.95 quantile of it
 */
public record Sample(
    StoreProductKey key,
    int openDay,
    DemandClass demandClass,
    double[] history,
    double[] forecast,
    double[] actual,
    double[] low,
    double[] high) {
  /** An order that has nothing to do with how good a forecast is. */
  static final Comparator<Sample> ORDER =
      Comparator.comparingLong((Sample sample) -> Series.spread(sample.key(), 11))
          .thenComparing(sample -> sample.key().partitionKey());

  private static final int HISTORY_DAYS = 60;

  static Sample of(Look look, int horizonDays, LeadTimeErrors errors) {
    double[] low = new double[horizonDays];
    double[] high = new double[horizonDays];
    double sum = 0;
    for (int h = 0; h < horizonDays; h++) {
      sum += look.model()[h];
      low[h] = LeadTimeErrors.demand(sum, errors.quantile(look.demandClass(), h + 1, 0.05));
      high[h] = LeadTimeErrors.demand(sum, errors.quantile(look.demandClass(), h + 1, 0.95));
    }
    int length = look.history().length;
    return new Sample(
        look.key(),
        look.openDay(),
        look.demandClass(),
        Arrays.copyOfRange(look.history(), Math.max(0, length - HISTORY_DAYS), length),
        Arrays.copyOf(look.model(), horizonDays),
        Arrays.copyOf(look.actual(), horizonDays),
        low,
        high);
  }
}
