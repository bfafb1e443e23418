package io.shelfcast.trainer.backtest;

/** Sums from which the errors of one method are made; all are shares, none in percent. */
public final class ErrorSums {
  private double demand;
  private double forecast;
  private double absolute;
  private double relative;
  private long sellingDays;
  private double symmetric;
  private long days;
  private double scaled;
  private long series;
  private double loss;
  private double lossDemand;

  /** Counts one day. */
  void addDay(double actual, double expected) {
    double off = Math.abs(actual - expected);
    demand += actual;
    forecast += expected;
    absolute += off;
    days++;
    if (actual > 0) {
      relative += off / actual;
      sellingDays++;
    }
    symmetric += off == 0 ? 0 : 2 * off / (actual + expected);
  }

  /**
   * Counts one series at one origin.
   *
   * @param meanSquare of the errors
   * @param naiveMeanSquare of the changes from day to day before the origin
   */
  void addSeries(double meanSquare, double naiveMeanSquare) {
    if (naiveMeanSquare > 0 && !Double.isNaN(meanSquare)) {
      scaled += Math.sqrt(meanSquare / naiveMeanSquare);
      series++;
    }
  }

  /** Counts the pinball loss of one lead-time total. */
  void addLoss(double units, double actual) {
    loss += units;
    lossDemand += actual;
  }

  void join(ErrorSums other) {
    demand += other.demand;
    forecast += other.forecast;
    absolute += other.absolute;
    relative += other.relative;
    sellingDays += other.sellingDays;
    symmetric += other.symmetric;
    days += other.days;
    scaled += other.scaled;
    series += other.series;
    loss += other.loss;
    lossDemand += other.lossDemand;
  }

  /** Days counted. */
  public long days() {
    return days;
  }

  /** Units wanted on them. */
  public double demand() {
    return demand;
  }

  /** Units by which forecasts were off. */
  public double absolute() {
    return absolute;
  }

  /** Sum of absolute errors over sum of demand. */
  public double wape() {
    return absolute / demand;
  }

  /** Sum of forecast less actual over sum of demand. */
  public double bias() {
    return (forecast - demand) / demand;
  }

  /** Mean absolute error relative to the day's demand, over days with demand. */
  public double mape() {
    return relative / sellingDays;
  }

  /** Mean of 2·|f − a| / (f + a); a day on which both are zero counts as zero. */
  public double smape() {
    return symmetric / days;
  }

  /**
   * Root mean squared error over that of yesterday's demand before the origin, meaned over series
   * and origins; the M5 competition's.
   */
  public double rmsse() {
    return scaled / series;
  }

  /** Mean pinball loss of quantiles of lead-time demand over mean lead-time demand. */
  public double pinball() {
    return loss / lossDemand;
  }
}
