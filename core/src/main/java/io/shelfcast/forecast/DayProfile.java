package io.shelfcast.forecast;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** The usual course of sales over a day of a store's clock. */
public final class DayProfile implements Serializable {
  private static final long serialVersionUID = 1;

  private final double[] shares;

  /**
   * @param shares 25: of a day's demand, how much is usually sold by each full hour, from 0 at hour
   *     0 to 1 at hour 24, not descending
   */
  @JsonCreator
  public DayProfile(double[] shares) {
    boolean sound = shares.length == 25 && shares[0] == 0 && shares[24] == 1;
    for (int hour = 1; sound && hour < shares.length; hour++) {
      sound = shares[hour] >= shares[hour - 1];
    }
    if (!sound) {
      throw new IllegalArgumentException("a day's profile needs 25 shares rising from 0 to 1");
    }
    this.shares = shares;
  }

  @JsonValue
  public double[] shares() {
    return shares;
  }

  /**
   * Usual share of a day's demand sold by a point of its clock.
   *
   * @param clockShare share of the day that has passed, from 0 to 1
   */
  public double elapsed(double clockShare) {
    double hour = 24 * clockShare;
    int full = Math.min(23, (int) hour);
    return shares[full] + (hour - full) * (shares[full + 1] - shares[full]);
  }
}
