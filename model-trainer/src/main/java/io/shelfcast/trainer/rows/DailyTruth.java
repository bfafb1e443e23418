package io.shelfcast.trainer.rows;

import io.shelfcast.demand.DayTotals;
import io.shelfcast.demand.DemandHistory;
import io.shelfcast.demand.StoreFacts;
import io.shelfcast.event.Windows;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import java.util.Arrays;

/**
 * What the demand of one series turned out to be, day by day, after all repairs: the labels.
 * Reaches further back than the engine's own history, from which it is gathered on the way.
 */
public final class DailyTruth {
  /** Days between two harvests, so that each day is met after its repairs and before it is lost. */
  private static final int HARVEST_DAYS = Windows.HISTORY_DAYS - 2 * Windows.REPAIR_DAYS;

  private static final double UNIT = 10_000;

  private final int base;
  private final double[] demand;
  private final double[] sold;
  private final boolean[] closed;
  private int firstDay = Integer.MAX_VALUE;
  private String category = "";

  private DailyTruth(int base, int days) {
    this.base = base;
    demand = new double[days];
    sold = new double[days];
    closed = new boolean[days];
    Arrays.fill(demand, Double.NaN);
  }

  /** The truth as known at an instant in milliseconds since the epoch. */
  public static DailyTruth of(Series series, long end) {
    int earliest = Integer.MAX_VALUE;
    for (var arrival : series.arrivals()) {
      earliest = Math.min(earliest, arrival.businessDay() - 1);
    }
    int open = series.store().at(end).businessDay(end);
    DailyTruth truth = new DailyTruth(earliest, Math.max(0, open - earliest));
    SeriesReplay replay = new SeriesReplay(series);
    for (int day = earliest; day < open; day += HARVEST_DAYS) {
      StoreFacts store = series.store().latest();
      replay.advanceTo(Math.min(end, store.startOf(day)));
      truth.harvest(replay.product().history());
    }
    replay.advanceTo(end);
    truth.harvest(replay.product().history());
    truth.category = replay.product().product().category();
    return truth;
  }

  private void harvest(DemandHistory history) {
    for (int day = history.oldestKept(); day <= history.lastDay(); day++) {
      if (day >= base && day <= lastDay()) {
        DayTotals totals = history.day(day);
        sold[day - base] = totals.units() / UNIT;
        demand[day - base] = totals.isFull() ? sold[day - base] : Double.NaN;
        closed[day - base] = totals.isClosed();
        firstDay = Math.min(firstDay, day);
      }
    }
  }

  /** First day known of, in days since the epoch; after {@link #lastDay()} if there is none. */
  public int firstDay() {
    return firstDay;
  }

  /** Last closed day. */
  public int lastDay() {
    return base + demand.length - 1;
  }

  /** The category the product ended in, or empty. */
  public String category() {
    return category;
  }

  /** Units wanted on an open day with stock, which teach; NaN on any other or unknown day. */
  public double fullDemand(int day) {
    return day < firstDay || day > lastDay() ? Double.NaN : demand[day - base];
  }

  /** Units wanted: as {@link #fullDemand}, and none on a day the store was shut. */
  public double demand(int day) {
    return day >= firstDay && day <= lastDay() && closed[day - base] ? 0 : fullDemand(day);
  }

  /** Units sold, which is less than was wanted where stock ran out; NaN on an unknown day. */
  public double sold(int day) {
    return day < firstDay || day > lastDay() ? Double.NaN : sold[day - base];
  }

  /**
   * What seasonal naive would say for a day from what was known before another: the last known
   * demand of its weekday before the origin.
   */
  public double sameWeekdayBefore(int origin, int day) {
    int back = origin - 1 - Math.floorMod(origin - 1 - day, 7);
    for (int weeks = 0; weeks < 4 && Double.isNaN(fullDemand(back)); weeks++) {
      back -= 7;
    }
    double known = fullDemand(back);
    return Double.isNaN(known) ? 0 : known;
  }
}
