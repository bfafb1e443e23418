package io.shelfcast.forecast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far cumulated demand strays from its forecast: quantiles of the standardised error (actual −
 * forecast) / √forecast over intervals of several days, by demand class, measured out of fold.
 *
 * <p>Standardising by the square root makes slow and fast movers comparable; the class and interval
 * carry the rest. Trainer and job both go through {@link #standardised} and {@link #demand}, which
 * are each other's inverse but for demand below zero.
 */
public final class LeadTimeErrors {
  /** Forecast in units below which errors no longer shrink with it. */
  private static final double LEAST_FORECAST = 0.1;

  private final int[] intervalDays;
  private final double[] levels;
  private final double[][][] quantiles;

  /**
   * @param intervalDays lengths measured, ascending
   * @param levels probabilities, ascending, inside (0, 1)
   * @param quantiles [demand class][interval][level], ascending in level
   */
  @JsonCreator
  public LeadTimeErrors(
      @JsonProperty("intervalDays") int[] intervalDays,
      @JsonProperty("levels") double[] levels,
      @JsonProperty("quantiles") double[][][] quantiles) {
    this.intervalDays = intervalDays;
    this.levels = levels;
    this.quantiles = quantiles;
    check();
  }

  private void check() {
    boolean sound = quantiles.length == DemandClass.values().length && intervalDays.length > 0;
    for (double[][] ofClass : quantiles) {
      sound &= ofClass.length == intervalDays.length;
      for (double[] ofInterval : ofClass) {
        sound &= ofInterval.length == levels.length && isAscending(ofInterval);
      }
    }
    sound &= isAscending(levels) && levels.length > 1;
    sound &= levels[0] > 0 && levels[levels.length - 1] < 1;
    if (!sound) {
      throw new IllegalArgumentException(
          "lead-time error quantiles are incomplete or not ascending");
    }
  }

  private static boolean isAscending(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i]) || (i > 0 && values[i] < values[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** How far demand strayed from its forecast, both in units. */
  public static double standardised(double forecast, double actual) {
    return (actual - forecast) / Math.sqrt(Math.max(forecast, LEAST_FORECAST));
  }

  /** The demand in units that strays so far from its forecast; never below zero. */
  public static double demand(double forecast, double standardisedError) {
    double spread = Math.sqrt(Math.max(forecast, LEAST_FORECAST));
    return Math.max(0, forecast + standardisedError * spread);
  }

  /**
   * The standardised error that is not exceeded with a probability, linear between what was
   * measured and constant beyond it.
   *
   * @param days length of the interval, whole or not
   * @param level the probability
   */
  public double quantile(DemandClass demandClass, double days, double level) {
    double[][] ofClass = quantiles[demandClass.ordinal()];
    int longer = notShorter(days);
    double above = at(ofClass[longer], level);
    if (isMeasured(longer, days)) {
      return above;
    }
    double below = at(ofClass[longer - 1], level);
    return below + partOfWay(longer, days) * (above - below);
  }

  /** The first interval measured that is at least so long, or the last one. */
  private int notShorter(double days) {
    int longer = 0;
    while (longer < intervalDays.length - 1 && intervalDays[longer] < days) {
      longer++;
    }
    return longer;
  }

  /** Whether an interval's quantiles stand for these days as they are. */
  private boolean isMeasured(int interval, double days) {
    return interval == 0 || intervalDays[interval] <= days;
  }

  private double partOfWay(int longer, double days) {
    return (days - intervalDays[longer - 1]) / (intervalDays[longer] - intervalDays[longer - 1]);
  }

  /**
   * The probability that a standardised error is not exceeded: the inverse of {@link #quantile},
   * and no surer than what was measured, between the first and the last level.
   */
  public double probability(DemandClass demandClass, double days, double error) {
    int longer = notShorter(days);
    double[] above = quantiles[demandClass.ordinal()][longer];
    boolean isMeasured = isMeasured(longer, days);
    double[] below = isMeasured ? above : quantiles[demandClass.ordinal()][longer - 1];
    double part = isMeasured ? 0 : partOfWay(longer, days);
    double last = Double.NaN;
    for (int i = 0; i < levels.length; i++) {
      double quantile = below[i] + part * (above[i] - below[i]);
      if (error < quantile) {
        return i == 0
            ? levels[0]
            : levels[i - 1] + (error - last) / (quantile - last) * (levels[i] - levels[i - 1]);
      }
      last = quantile;
    }
    return levels[levels.length - 1];
  }

  private double at(double[] ofInterval, double level) {
    int next = 0;
    while (next < levels.length - 1 && levels[next] < level) {
      next++;
    }
    if (next == 0 || levels[next] <= level) {
      return ofInterval[next];
    }
    double part = (level - levels[next - 1]) / (levels[next] - levels[next - 1]);
    return ofInterval[next - 1] + part * (ofInterval[next] - ofInterval[next - 1]);
  }

  @JsonProperty
  public int[] intervalDays() {
    return intervalDays;
  }

  @JsonProperty
  public double[] levels() {
    return levels;
  }

  @JsonProperty
  public double[][][] quantiles() {
    return quantiles;
  }
}
