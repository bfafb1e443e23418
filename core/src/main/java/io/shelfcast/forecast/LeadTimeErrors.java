package io.shelfcast.forecast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far cumulated demand strays from its forecast: quantiles of the standardised error (actual −
 * forecast) / √forecast over intervals of several days, by demand class, measured out of fold.
 *
 * <p>Standardising by the square root makes slow and fast movers comparable; the class and interval
 * carry the rest.
 */
public final class LeadTimeErrors {
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
