package io.shelfcast.trainer.simulate;

import java.util.Arrays;

/** The ways to order that are compared: a forecast, and what is added to it to be safe. */
public enum OrderPolicy {
  SHELFCAST("shelfcast", "Shelfcast", Source.MODEL, true),
  MOVING_AVERAGE_28("movingAverage28", "moving average 28, z·σ·√P", Source.AVERAGE, false),
  SEASONAL_NAIVE_7("seasonalNaive7", "seasonal naive 7, z·σ·√P", Source.NAIVE, false),
  MOVING_AVERAGE_28_QUANTILES(
      "movingAverage28Quantiles", "moving average 28, quantiles", Source.AVERAGE, true),
  SHELFCAST_NORMAL("shelfcastNormal", "Shelfcast, z·σ·√P", Source.MODEL, false);

  /** Where a forecast comes from. */
  enum Source {
    MODEL,
    AVERAGE,
    NAIVE
  }

  /** Service levels asked, so spaced that fill rates are close to each other near the top. */
  private static final double[] LEVELS = {
    0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.925, 0.95,
    0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 0.998, 0.999
  };

  /** Standard deviations added, among them those of the levels people ask for. */
  private static final double[] Z = {
    -2, -1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.6745, 0.8416, 1.0364, 1.2816, 1.4395, 1.6449,
    1.8808, 2.0537, 2.3263, 2.5758, 2.8782, 3.0902, 3.25, 3.5, 3.75, 4
  };

  private final String json;
  private final String title;
  private final Source source;
  private final boolean quantiles;

  OrderPolicy(String json, String title, Source source, boolean quantiles) {
    this.json = json;
    this.title = title;
    this.source = source;
    this.quantiles = quantiles;
  }

  /** Its name in the JSON. */
  public String json() {
    return json;
  }

  /** Its name for readers. */
  public String title() {
    return title;
  }

  /** One of the two that a retailer would use instead. */
  public boolean isUsual() {
    return this == MOVING_AVERAGE_28 || this == SEASONAL_NAIVE_7;
  }

  Source source() {
    return source;
  }

  /** Whether it asks measured quantiles of lead-time demand, rather than adding z·σ·√P. */
  boolean asksQuantiles() {
    return quantiles;
  }

  /** Number of points of its sweep. */
  static int points() {
    return LEVELS.length;
  }

  /** The standard deviations that a point adds; NaN of a policy that asks quantiles. */
  double z(int point) {
    return quantiles ? Double.NaN : Z[point];
  }

  /** The cycle service level that a point asks for, in (0, 1). */
  double level(int point) {
    return quantiles ? LEVELS[point] : normal(Z[point]);
  }

  /** The points in ascending order that lie nearest to some levels. */
  int[] nearest(double... levels) {
    return Arrays.stream(levels).mapToInt(this::nearest).distinct().toArray();
  }

  private int nearest(double level) {
    int best = 0;
    for (int point = 1; point < points(); point++) {
      best = Math.abs(level(point) - level) < Math.abs(level(best) - level) ? point : best;
    }
    return best;
  }

  /** The standard normal's distribution function, by its power series; exact to 1e-12 within 6. */
  private static double normal(double z) {
    double term = z;
    double sum = z;
    for (int n = 3; n < 200; n += 2) {
      term *= z * z / n;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
