package io.shelfcast.trainer.backtest;

import io.shelfcast.trainer.rows.OriginPlan;

/** Demand and the errors of two forecasts of it, summed over the looks at one series. */
final class PairedErrors {
  private static final int MEASURES = IntradayMeasure.values().length;

  private final Sums[] sums = new Sums[OriginPlan.INSTANTS.size() * MEASURES];

  /**
   * Sums in units.
   *
   * @param demand that came
   * @param before absolute errors of the earlier forecasts
   * @param after absolute errors of the later ones
   * @param excess by which the later ones are above demand, less where they are below
   */
  record Sums(double demand, double before, double after, double excess) {
    static final Sums NONE = new Sums(0, 0, 0, 0);

    Sums plus(Sums other) {
      return new Sums(
          demand + other.demand, before + other.before, after + other.after, excess + other.excess);
    }
  }

  /** Counts one pair of forecasts. */
  void add(int instant, IntradayMeasure measure, double demand, double before, double after) {
    double excess = after - demand;
    Sums one = new Sums(demand, Math.abs(before - demand), Math.abs(excess), excess);
    sums[at(instant, measure)] = of(instant, measure).plus(one);
  }

  /** What was counted of a measure at an instant of the day. */
  Sums of(int instant, IntradayMeasure measure) {
    Sums counted = sums[at(instant, measure)];
    return counted == null ? Sums.NONE : counted;
  }

  private static int at(int instant, IntradayMeasure measure) {
    return instant * MEASURES + measure.ordinal();
  }
}
