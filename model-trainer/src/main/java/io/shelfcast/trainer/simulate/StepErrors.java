package io.shelfcast.trainer.simulate;

import java.util.Arrays;

/** The one-step errors of one forecast of one series: how far each day was from its morning's. */
final class StepErrors {
  /** Days back that a deviation is measured over. */
  static final int WINDOW_DAYS = 56;

  private final int firstDay;
  private final double[] squares;

  /**
   * @param firstDay of the days that may be told, in days since the epoch
   */
  StepErrors(int firstDay, int lastDay) {
    this.firstDay = firstDay;
    squares = new double[Math.max(0, lastDay - firstDay + 1)];
    Arrays.fill(squares, Double.NaN);
  }

  /** Takes one day's; an actual of NaN is not known. */
  void tell(int day, double forecast, double actual) {
    squares[day - firstDay] = (actual - forecast) * (actual - forecast);
  }

  /**
   * Root of the mean square over the days before one, or that of Poisson demand where there are
   * none.
   */
  double deviation(int day, double forecast) {
    double sum = 0;
    int known = 0;
    for (int d = Math.max(firstDay, day - WINDOW_DAYS); d < day; d++) {
      if (!Double.isNaN(squares[d - firstDay])) {
        sum += squares[d - firstDay];
        known++;
      }
    }
    return Math.sqrt(known == 0 ? forecast : sum / known);
  }
}
