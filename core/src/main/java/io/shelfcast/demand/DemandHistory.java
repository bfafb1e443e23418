package io.shelfcast.demand;

import io.shelfcast.event.Windows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The closed days of one store-product, the newest {@link Windows#HISTORY_DAYS} of them. A day
 * before the first is unknown; between the first and the last every day is there.
 */
public final class DemandHistory {
  private static final int DAYS = Windows.HISTORY_DAYS;

  private final DayTotals[] ring = new DayTotals[DAYS];
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = Integer.MIN_VALUE;

  /** The first day ever seen, which may lie before the oldest one kept. */
  public int firstDay() {
    return firstDay;
  }

  /** The last closed day; less than {@link #firstDay()} while there is none. */
  public int lastDay() {
    return lastDay;
  }

  /** Oldest kept day; greater than {@link #lastDay()} while there is none. */
  public int oldestKept() {
    return lastDay < firstDay ? firstDay : Math.max(firstDay, lastDay - DAYS + 1);
  }

  /** Whether the day is kept. */
  public boolean has(int day) {
    return day <= lastDay && day >= firstDay && day > lastDay - DAYS;
  }

  /**
   * The totals of a kept day.
   *
   * @throws IllegalArgumentException if {@link #has} says no
   */
  public DayTotals day(int day) {
    if (!has(day)) {
      throw new IllegalArgumentException("day " + day + " is not kept");
    }
    return ring[Math.floorMod(day, DAYS)];
  }

  /** Appends the day after the last, or the first of all. */
  void append(int day, DayTotals totals) {
    if (lastDay >= firstDay && day != lastDay + 1) {
      throw new IllegalArgumentException("day " + day + " after " + lastDay);
    }
    lastDay = day;
    firstDay = Math.min(firstDay, day);
    ring[Math.floorMod(day, DAYS)] = totals;
  }

  /** Lets so many days without any event pass that none of the days kept so far is kept. */
  void skipTo(int day) {
    for (int d = day - DAYS + 1; d <= day; d++) {
      ring[Math.floorMod(d, DAYS)] = new DayTotals();
    }
    lastDay = day;
  }

  /**
   * A day up to {@code closedThrough} to change. One before the first becomes the first, with empty
   * days between.
   */
  DayTotals repair(int day, int closedThrough) {
    if (day > closedThrough || day <= closedThrough - DAYS) {
      throw new IllegalArgumentException("day " + day + " cannot be repaired");
    }
    int from = lastDay < firstDay ? closedThrough + 1 : firstDay;
    for (int d = day; d < from; d++) {
      ring[Math.floorMod(d, DAYS)] = new DayTotals();
    }
    firstDay = Math.min(firstDay, day);
    lastDay = closedThrough;
    return day(day);
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(firstDay);
    out.writeInt(lastDay);
    for (int day = oldestKept(); day <= lastDay; day++) {
      day(day).write(out);
    }
  }

  public static DemandHistory read(DataInput in) throws IOException {
    DemandHistory h = new DemandHistory();
    h.firstDay = in.readInt();
    h.lastDay = in.readInt();
    for (int day = h.oldestKept(); day <= h.lastDay; day++) {
      h.ring[Math.floorMod(day, DAYS)] = DayTotals.read(in);
    }
    return h;
  }
}
