package io.shelfcast.demand;

/** A promotion as planned, in business days, both ends counted. */
public final class PlannedPromotion {
  private final int madeOn;
  private final int from;
  private final int to;
  private final int discount;

  PlannedPromotion(int madeOn, int from, int to, int discount) {
    this.madeOn = madeOn;
    this.from = from;
    this.to = to;
    this.discount = discount;
  }

  /** The day on which the plan was made: what it says of days before does not count. */
  int madeOn() {
    return madeOn;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  /** How many days it lasts. */
  public int days() {
    return to - from + 1;
  }

  /** Price cut in 1/10,000. */
  public int discount() {
    return discount;
  }

  boolean covers(int day) {
    return day >= Math.max(from, madeOn) && day <= to;
  }
}
