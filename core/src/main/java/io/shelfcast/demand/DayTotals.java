package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What one business day of one store-product adds up to. Sums of whole numbers only, so that adding
 * and taking back in any order ends in the same totals.
 */
public final class DayTotals {
  /** Share of a day out of stock, in 1/10,000, above which its sales say little of demand. */
  public static final int CENSORED_ABOVE = 500;

  private static final int BACKFILLED = 1;
  private static final int CLOSED = 2;

  private long units;
  private long revenue;
  private long pricedUnits;
  private long promotedUnits;
  private long sales;
  private long reportedOut;
  private int ledgerOut;
  private int discount;
  private int flags;

  /** Adds a sale (sign 1) or takes it back (sign −1); a negative price is an unknown one. */
  void addSale(long quantity, long unitPrice, boolean promotion, int sign) {
    units += sign * quantity;
    sales += sign;
    if (unitPrice >= 0) {
      pricedUnits += sign * quantity;
      revenue += sign * revenueOf(quantity, unitPrice);
    }
    if (promotion) {
      promotedUnits += sign * quantity;
    }
  }

  /** Minor units, rounded for each sale on its own so that the sum does not depend on order. */
  private static long revenueOf(long quantity, long unitPrice) {
    return Math.round(quantity / 10_000d * unitPrice);
  }

  /** Takes in a whole day from back-fill; it stands for all that happened on the day. */
  void setBackfilled(Event day) {
    units = day.quantity();
    sales = units > 0 ? 1 : 0;
    pricedUnits = day.has(Field.UNIT_PRICE) ? units : 0;
    revenue = revenueOf(units, day.number(Field.UNIT_PRICE, 0));
    promotedUnits = day.flag(Field.PROMOTION) ? Math.max(units, 1) : 0;
    discount = (int) day.number(Field.DISCOUNT, 0);
    reportedOut = day.number(Field.STOCKOUT_SHARE, 0);
    flags = BACKFILLED | (day.number(Field.OPEN, 1) == 0 ? CLOSED : 0);
  }

  /** Adds a reported share of the trading hours out of stock, in 1/10,000. */
  void addReportedOut(long share) {
    reportedOut += share;
  }

  /** Sets the share of the trading hours that the stock ledger shows as empty, in 1/10,000. */
  void setLedgerOut(int share) {
    ledgerOut = share;
  }

  /** Sets what was planned for the day; a back-filled day knows better. */
  void setPlan(boolean closed, int plannedDiscount) {
    if (!isBackfilled()) {
      flags = closed ? flags | CLOSED : flags & ~CLOSED;
      discount = plannedDiscount;
    }
  }

  /** Forgets what events added; a back-filled day stays. */
  void clearEvents() {
    if (!isBackfilled()) {
      units = 0;
      revenue = 0;
      pricedUnits = 0;
      promotedUnits = 0;
      sales = 0;
      reportedOut = 0;
    }
  }

  /** Units sold, voids taken back, in 1/10,000. */
  public long units() {
    return units;
  }

  /** Number of sales, voids taken back. */
  public long sales() {
    return sales;
  }

  /** Mean price paid in minor units, or NaN where no sale carried one. */
  public double price() {
    return pricedUnits > 0 ? revenue / (pricedUnits / 10_000d) : Double.NaN;
  }

  /** Whether a promotion was planned or any sale was made under one. */
  public boolean isPromoted() {
    return discount > 0 || promotedUnits > 0;
  }

  /** Planned price cut in 1/10,000. */
  public int discount() {
    return discount;
  }

  /** Share of the trading hours out of stock, in 1/10,000, by report or by the ledger. */
  public int stockoutShare() {
    return (int) Math.min(10_000, Math.max(reportedOut, ledgerOut));
  }

  /** Whether stock ran out, so that sales are less than demand. */
  public boolean isCensored() {
    return stockoutShare() > CENSORED_ABOVE;
  }

  /** Whether the store was shut: nothing sold on a planned closed day. */
  public boolean isClosed() {
    return (flags & CLOSED) != 0 && units == 0;
  }

  boolean isBackfilled() {
    return (flags & BACKFILLED) != 0;
  }

  /** Whether sales equal demand: the store open and stock at hand. */
  public boolean isFull() {
    return !isClosed() && !isCensored();
  }

  /** Writes a mask of what is not zero, then those; an empty day is one byte. */
  void write(DataOutput out) throws IOException {
    long[] values = {
      units, revenue, units - pricedUnits, promotedUnits, sales, reportedOut, ledgerOut, discount
    };
    int mask = 0;
    for (int i = 0; i < values.length; i++) {
      mask |= values[i] != 0 ? 1 << i : 0;
    }
    Varint.write(out, (long) mask << 2 | flags);
    for (long value : values) {
      if (value != 0) {
        Varint.write(out, value);
      }
    }
  }

  static DayTotals read(DataInput in) throws IOException {
    long head = Varint.read(in);
    DayTotals t = new DayTotals();
    t.flags = (int) (head & 3);
    if (head >> 2 == 0) {
      return t;
    }
    long[] v = new long[8];
    for (int i = 0; i < v.length; i++) {
      v[i] = (head >> 2 & 1L << i) != 0 ? Varint.read(in) : 0;
    }
    t.units = v[0];
    t.revenue = v[1];
    t.pricedUnits = v[0] - v[2];
    t.promotedUnits = v[3];
    t.sales = v[4];
    t.reportedOut = v[5];
    t.ledgerOut = (int) v[6];
    t.discount = (int) v[7];
    return t;
  }
}
