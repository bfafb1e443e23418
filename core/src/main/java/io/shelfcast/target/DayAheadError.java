package io.shelfcast.target;

/** What one closed day of one store-product says of the forecast made when the day began. */
public final class DayAheadError {
  private final double actual;
  private final double forecast;
  private final double seasonalNaive;

  /** All in units; the seasonal naive forecast is the same weekday a week before. */
  DayAheadError(double actual, double forecast, double seasonalNaive) {
    this.actual = actual;
    this.forecast = forecast;
    this.seasonalNaive = seasonalNaive;
  }

  /** Units demanded. */
  public double actual() {
    return actual;
  }

  /** Absolute error of the forecast in units. */
  public double error() {
    return Math.abs(actual - forecast);
  }

  /** Absolute error of the seasonal naive forecast in units. */
  public double naiveError() {
    return Math.abs(actual - seasonalNaive);
  }
}
