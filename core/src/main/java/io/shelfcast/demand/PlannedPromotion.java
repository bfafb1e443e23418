package io.shelfcast.demand;

import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A promotion as planned, in business days, both ends counted. */
public final class PlannedPromotion {
  /** Where nothing is planned. */
  static final PlannedPromotion NONE = new PlannedPromotion(0, 0, -1, 0);

  private final int madeOn;
  private final int from;
  private final int to;
  private final int discount;

  /**
   * @param madeOn the day on which the plan was made: what it says of days before does not count
   */
  PlannedPromotion(int madeOn, int from, int to, int discount) {
    this.madeOn = madeOn;
    this.from = from;
    this.to = to;
    this.discount = discount;
  }

  /** Whether a price is cut: a cut of nothing takes an earlier plan back. */
  public boolean isPlanned() {
    return discount > 0;
  }

  /** Price cut in 1/10,000; 0 where nothing is planned. */
  public int discount() {
    return discount;
  }

  /** How many days it lasts; 0 where nothing is planned. */
  public int days() {
    return to - from + 1;
  }

  /** Which of its days a day is, from 1; 0 if it is none of them. */
  public int dayOf(int day) {
    return covers(day) ? day - from + 1 : 0;
  }

  boolean covers(int day) {
    return day >= Math.max(from, madeOn) && day <= to;
  }

  boolean endsBefore(int day) {
    return to < day;
  }

  void write(DataOutput out) throws IOException {
    Varint.write(out, madeOn);
    Varint.write(out, from);
    Varint.write(out, to);
    Varint.write(out, discount);
  }

  static PlannedPromotion read(DataInput in) throws IOException {
    return new PlannedPromotion(
        Varint.readInt(in), Varint.readInt(in), Varint.readInt(in), Varint.readInt(in));
  }
}
