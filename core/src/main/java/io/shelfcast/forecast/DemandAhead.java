package io.shelfcast.forecast;

/** The forecast seen from an instant inside the open day. */
public final class DemandAhead {
  private final Forecast forecast;
  private final DayProfile profile;
  private final double clockShare;

  /**
   * @param profile of the store's day
   * @param clockShare share of the open day's clock that has passed, from 0 to 1
   */
  public DemandAhead(Forecast forecast, DayProfile profile, double clockShare) {
    this.forecast = forecast;
    this.profile = profile;
    this.clockShare = clockShare;
  }

  /** How regular the demand is. */
  public DemandClass demandClass() {
    return forecast.demandClass();
  }

  /** Units expected on what is left of the open day. */
  public double today() {
    return forecast.day(0) * (1 - profile.elapsed(clockShare));
  }

  /**
   * Units expected from now until so many days from now; a part of a day counts by the usual course
   * of sales over a day.
   */
  public double mean(double days) {
    double end = clockShare + days;
    int whole = (int) end;
    double elapsedAtEnd = profile.elapsed(end - whole);
    if (whole == 0) {
      return forecast.day(0) * Math.max(0, elapsedAtEnd - profile.elapsed(clockShare));
    }
    return today() + forecast.sum(1, whole) + forecast.day(whole) * elapsedAtEnd;
  }

  /** How many days the given units last at the forecast, at most {@code most}. */
  public double lasting(double units, int most) {
    double left = units - today();
    double days = 1 - clockShare;
    if (left < 0) {
      return days * units / today();
    }
    for (int n = 1; days < most; n++) {
      double demand = forecast.day(n);
      if (demand > left) {
        return days + left / demand;
      }
      left -= demand;
      days++;
    }
    return most;
  }
}
