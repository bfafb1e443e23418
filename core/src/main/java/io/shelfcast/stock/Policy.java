package io.shelfcast.stock;

import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How a store-product is replenished, from its newest POLICY event. Immutable. */
public final class Policy {
  private static final long ONE = 10_000;

  private final long leadTime;
  private final long leadTimeSd;
  private final long reviewPeriod;
  private final long serviceLevel;
  private final long packSize;
  private final long minimumOrder;
  private final Stamp stamp;

  private Policy(
      long leadTime,
      long leadTimeSd,
      long reviewPeriod,
      long serviceLevel,
      long packSize,
      long minimumOrder,
      Stamp stamp) {
    this.leadTime = leadTime;
    this.leadTimeSd = leadTimeSd;
    this.reviewPeriod = reviewPeriod;
    this.serviceLevel = serviceLevel;
    this.packSize = packSize;
    this.minimumOrder = minimumOrder;
    this.stamp = stamp;
  }

  /**
   * The policy that holds until a POLICY event comes; single units, no minimum order.
   *
   * @param serviceLevel cycle service level in (0, 1)
   */
  public static Policy assumed(double leadTimeDays, double reviewDays, double serviceLevel) {
    return new Policy(
        Math.round(leadTimeDays * ONE),
        0,
        Math.round(reviewDays * ONE),
        Math.round(serviceLevel * ONE),
        ONE,
        0,
        Stamp.NEVER);
  }

  /** The policy of a POLICY event. Costs win over a service level where both are given. */
  public static Policy of(Event event, Stamp stamp) {
    return new Policy(
        event.number(Field.LEAD_TIME_DAYS),
        event.number(Field.LEAD_TIME_SD_DAYS, 0),
        event.number(Field.REVIEW_PERIOD_DAYS),
        serviceLevelOf(event),
        event.number(Field.PACK_SIZE, ONE),
        event.number(Field.MINIMUM_ORDER, 0),
        stamp);
  }

  /** The critical ratio of the newsvendor: shortage / (shortage + holding). */
  private static long serviceLevelOf(Event event) {
    if (event.has(Field.SHORTAGE_COST) && event.has(Field.HOLDING_COST)) {
      long shortage = event.number(Field.SHORTAGE_COST);
      long both = shortage + event.number(Field.HOLDING_COST);
      return both > 0 ? Math.round((double) ONE * shortage / both) : ONE / 2;
    }
    return event.number(Field.SERVICE_LEVEL);
  }

  /** Mean lead time in days. */
  public double leadTimeDays() {
    return leadTime / (double) ONE;
  }

  /** Standard deviation of the lead time in days. */
  public double leadTimeSdDays() {
    return leadTimeSd / (double) ONE;
  }

  /** Days between two chances to order. */
  public double reviewPeriodDays() {
    return reviewPeriod / (double) ONE;
  }

  /** Mean lead time plus review period, in days. */
  public double protectionDays() {
    return (leadTime + reviewPeriod) / (double) ONE;
  }

  /** Cycle service level asked, in (0, 1). */
  public double serviceLevel() {
    return serviceLevel / (double) ONE;
  }

  /** In 1/10,000 units. */
  public long packSize() {
    return packSize;
  }

  /** In 1/10,000 units; zero where there is none. */
  public long minimumOrder() {
    return minimumOrder;
  }

  public Stamp stamp() {
    return stamp;
  }

  public void write(DataOutput out) throws IOException {
    Varint.write(out, leadTime);
    Varint.write(out, leadTimeSd);
    Varint.write(out, reviewPeriod);
    Varint.write(out, serviceLevel);
    Varint.write(out, packSize);
    Varint.write(out, minimumOrder);
    stamp.write(out);
  }

  public static Policy read(DataInput in) throws IOException {
    return new Policy(
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        Varint.read(in),
        Stamp.read(in));
  }
}
