package io.shelfcast.trainer.backtest;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.series.Series;

/**
 * How often lead-time demand stayed within its quantiles, against how often it was meant to.
 *
 * <p>Counted by the probability integral transform. Whole-number demand is held to be a rounded
 * continuous one and drawn at random within its unit (Czado, Gneiting and Held 2009): the quantiles
 * of errors, taken of whole numbers less fractional forecasts, pass through the middle of the
 * steps.
 */
public final class Coverage {
  /** Days of lead time. */
  static final int[] INTERVALS = {3, 7, 14, 30};

  /** Levels asked. */
  static final double[] LEVELS = {0.8, 0.9, 0.95, 0.98};

  /** Bins of the histogram of transforms. */
  static final int BINS = 20;

  private static final int CLASSES = DemandClass.values().length;

  private final long[][][] within = new long[CLASSES][INTERVALS.length][LEVELS.length];
  private final long[][] counted = new long[CLASSES][INTERVALS.length];
  private final long[][] histogram = new long[INTERVALS.length][BINS];
  private final double[] width = new double[INTERVALS.length];
  private final double[] demand = new double[INTERVALS.length];

  /** Counts one forecast. */
  void add(StoreProductKey key, int openDay, Outcome outcome, LeadTimeErrors errors, double unit) {
    for (int i = 0; i < INTERVALS.length; i++) {
      Outcome.LeadTime total = outcome.leadTime(INTERVALS[i]);
      if (total.known()) {
        long bits = Series.mix(Series.spread(key, openDay) + INTERVALS[i]);
        double draw = (bits >>> 11) * 0x1p-53;
        add(i, outcome.demandClass(), transform(i, outcome, total, errors, unit, draw));
        width[i] += width(i, outcome.demandClass(), total.forecast(), errors);
        demand[i] += total.actual();
      }
    }
  }

  private void add(int interval, DemandClass demandClass, double transform) {
    int c = demandClass.ordinal();
    counted[c][interval]++;
    for (int l = 0; l < LEVELS.length; l++) {
      within[c][interval][l] += transform <= LEVELS[l] ? 1 : 0;
    }
    histogram[interval][(int) Math.min(BINS - 1, transform * BINS)]++;
  }

  private static double transform(
      int i,
      Outcome outcome,
      Outcome.LeadTime total,
      LeadTimeErrors errors,
      double unit,
      double draw) {
    DemandClass c = outcome.demandClass();
    double from = total.actual() - unit / 2;
    double low =
        from < 0
            ? 0
            : errors.probability(
                c, INTERVALS[i], LeadTimeErrors.standardised(total.forecast(), from));
    double high =
        errors.probability(
            c, INTERVALS[i], LeadTimeErrors.standardised(total.forecast(), from + unit));
    return low + draw * (high - low);
  }

  private static double width(int i, DemandClass c, double forecast, LeadTimeErrors errors) {
    return LeadTimeErrors.demand(forecast, errors.quantile(c, INTERVALS[i], 0.95))
        - LeadTimeErrors.demand(forecast, errors.quantile(c, INTERVALS[i], 0.05));
  }

  void join(Coverage other) {
    for (int i = 0; i < INTERVALS.length; i++) {
      for (int c = 0; c < CLASSES; c++) {
        counted[c][i] += other.counted[c][i];
        for (int l = 0; l < LEVELS.length; l++) {
          within[c][i][l] += other.within[c][i][l];
        }
      }
      for (int b = 0; b < BINS; b++) {
        histogram[i][b] += other.histogram[i][b];
      }
      width[i] += other.width[i];
      demand[i] += other.demand[i];
    }
  }

  /** Forecasts counted for an interval. */
  public long counted(int interval) {
    long n = 0;
    for (long[] ofClass : counted) {
      n += ofClass[interval];
    }
    return n;
  }

  /** Forecasts counted of a demand class. */
  public long counted(DemandClass demandClass, int interval) {
    return counted[demandClass.ordinal()][interval];
  }

  /** Share of forecasts whose demand stayed within the quantile; NaN if there are none. */
  public double covered(int interval, int level) {
    double n = 0;
    for (long[][] ofClass : within) {
      n += ofClass[interval][level];
    }
    return n / counted(interval);
  }

  /** The same for one demand class. */
  public double covered(DemandClass demandClass, int interval, int level) {
    int c = demandClass.ordinal();
    return within[c][interval][level] / (double) counted[c][interval];
  }

  /** Distance from the 0.05 to the 0.95 quantile over mean demand. */
  public double width(int interval) {
    return width[interval] / demand[interval];
  }

  /** Shares of the transforms in equal bins from 0 to 1: level where calibration is perfect. */
  double[] histogram(int interval) {
    double[] shares = new double[BINS];
    for (int b = 0; b < BINS; b++) {
      shares[b] = histogram[interval][b] / (double) counted(interval);
    }
    return shares;
  }
}
