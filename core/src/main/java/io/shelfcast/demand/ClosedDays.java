package io.shelfcast.demand;

import io.shelfcast.forecast.DemandClass;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The closed days of one store-product summed up as the forest sees them: computed at day close and
 * after repairs, read whenever the forest runs. In units a day; NaN where there is nothing to
 * average.
 *
 * <p>Only full days (open, and in stock) count in means. Each mean is one division of a sum of
 * whole numbers, so that it is the same to the bit wherever it is computed.
 */
public final class ClosedDays {
  /** Lengths of the windows of {@link #mean}. */
  public static final int[] WINDOWS = {1, 3, 7, 14, 28, 56, 91, 182, 364};

  /** Numbers of weeks of {@link #sameWeekday}. */
  public static final int[] WEEKS = {4, 8, 26};

  private static final int HORIZONS = 31;
  private static final int YEAR = 364;
  private static final double UNIT = 10_000;

  /** Single numbers, in the order in which they are stored. */
  public enum Single {
    FULL_DAYS_28,
    SD_28,
    MAX_28,
    ZERO_SHARE_28,
    ZERO_SHARE_91,
    ADI,
    CV2,
    DAYS_SINCE_SALE,
    AGE,
    OPEN_SHARE_28,
    STOCKOUT_SHARE_28,
    PROMOTED_SHARE_28,
    PROMOTED_SHARE_364,
    PROMOTION_LIFT,
    PRICE,
    PRICE_91,
    LAST_YEAR_LEVEL
  }

  private final float[] means = new float[WINDOWS.length];
  private final float[] singles = new float[Single.values().length];
  private final float[] weekdays = new float[7 * WEEKS.length];
  private final float[] lastYearWeek = new float[HORIZONS];
  private final float[] lastYearDay = new float[HORIZONS];

  private ClosedDays() {
    Arrays.fill(means, Float.NaN);
    Arrays.fill(singles, Float.NaN);
  }

  /** Sums up a history whose last closed day is given. */
  static ClosedDays of(DemandHistory history, int closedThrough) {
    ClosedDays c = new ClosedDays();
    c.averageWindows(history, closedThrough);
    c.measureMonth(history, closedThrough);
    c.measureRegularity(history, closedThrough);
    c.measurePromotions(history, closedThrough);
    c.averageWeekdays(history, closedThrough);
    c.lookAYearBack(history, closedThrough);
    int first = history.firstDay();
    c.set(Single.AGE, first <= closedThrough ? closedThrough + 1 - first : 0);
    return c;
  }

  /** Mean of the full days among the last {@link #WINDOWS}[i]. */
  public float mean(int i) {
    return means[i];
  }

  public float get(Single single) {
    return singles[single.ordinal()];
  }

  /** Mean of the last {@link #WEEKS}[i] full days of the weekday of horizon day h. */
  public float sameWeekday(int h, int i) {
    return weekdays[h % 7 * WEEKS.length + i];
  }

  /** Mean of the week around the day 52 weeks before horizon day h. */
  public float lastYearWeek(int h) {
    return lastYearWeek[h];
  }

  /** Demand 52 weeks before horizon day h. */
  public float lastYearDay(int h) {
    return lastYearDay[h];
  }

  /** How regular demand is. */
  public DemandClass demandClass() {
    return DemandClass.of(get(Single.ADI), get(Single.CV2));
  }

  /** A ratio to nothing is not known: the forest takes no infinite value. */
  private void set(Single single, double value) {
    singles[single.ordinal()] = Double.isInfinite(value) ? Float.NaN : (float) value;
  }

  private static DayTotals full(DemandHistory history, int day) {
    if (!history.has(day)) {
      return null;
    }
    DayTotals totals = history.day(day);
    return totals.isFull() ? totals : null;
  }

  private void averageWindows(DemandHistory history, int closedThrough) {
    long sum = 0;
    int n = 0;
    int window = 0;
    for (int back = 0; back < YEAR; back++) {
      DayTotals day = full(history, closedThrough - back);
      if (day != null) {
        sum += day.units();
        n++;
      }
      if (back + 1 == WINDOWS[window]) {
        means[window++] = mean(sum, n);
      }
    }
  }

  private static float mean(long sum, int n) {
    return n == 0 ? Float.NaN : (float) (sum / UNIT / n);
  }

  private void measureMonth(DemandHistory history, int closedThrough) {
    int open = 0;
    int known = 0;
    int n = 0;
    long out = 0;
    long max = 0;
    double squares = 0;
    for (int back = 0; back < 28; back++) {
      if (!history.has(closedThrough - back)) {
        break;
      }
      DayTotals day = history.day(closedThrough - back);
      known++;
      open += day.isClosed() ? 0 : 1;
      out += day.stockoutShare();
      if (day.isFull()) {
        double off = day.units() / UNIT - means[4];
        squares += off * off;
        max = Math.max(max, day.units());
        n++;
      }
    }
    set(Single.FULL_DAYS_28, n);
    if (known > 0) {
      set(Single.OPEN_SHARE_28, open / (double) known);
      set(Single.STOCKOUT_SHARE_28, out / UNIT / known);
    }
    if (n > 0) {
      set(Single.SD_28, Math.sqrt(squares / n));
      set(Single.MAX_28, max / UNIT);
    }
  }

  /** ADI and CV² over half a year, shares of days without demand, days since the last sale. */
  private void measureRegularity(DemandHistory history, int closedThrough) {
    int days = 0;
    int selling = 0;
    int sinceSale = -1;
    double sum = 0;
    double squares = 0;
    for (int back = 0; back < 182; back++) {
      DayTotals day = full(history, closedThrough - back);
      if (day != null) {
        days++;
        if (day.units() > 0) {
          selling++;
          sum += day.units() / UNIT;
          squares += day.units() / UNIT * (day.units() / UNIT);
          sinceSale = sinceSale < 0 ? back : sinceSale;
        }
      }
      if (back + 1 == 28) {
        set(Single.ZERO_SHARE_28, (days - selling) / (double) days);
      } else if (back + 1 == 91) {
        set(Single.ZERO_SHARE_91, (days - selling) / (double) days);
      }
    }
    if (selling > 0) {
      double mean = sum / selling;
      set(Single.ADI, days / (double) selling);
      set(Single.CV2, Math.max(0, squares / selling / (mean * mean) - 1));
      set(Single.DAYS_SINCE_SALE, sinceSale);
    }
  }

  private void measurePromotions(DemandHistory history, int closedThrough) {
    long[] sums = new long[2];
    int[] counts = new int[2];
    double price = Double.NaN;
    double priceSum = 0;
    int priced = 0;
    for (int back = 0; back < YEAR; back++) {
      DayTotals day = full(history, closedThrough - back);
      if (day != null) {
        int promoted = day.isPromoted() ? 1 : 0;
        sums[promoted] += day.units();
        counts[promoted]++;
        if (back < 91 && !Double.isNaN(day.price())) {
          price = priced == 0 ? day.price() : price;
          priceSum += day.price();
          priced++;
        }
      }
      if (back + 1 == 28) {
        set(Single.PROMOTED_SHARE_28, counts[1] / (double) (counts[0] + counts[1]));
      }
    }
    set(Single.PROMOTED_SHARE_364, counts[1] / (double) (counts[0] + counts[1]));
    set(Single.PROMOTION_LIFT, mean(sums[1], counts[1]) / mean(sums[0], counts[0]));
    set(Single.PRICE, price);
    set(Single.PRICE_91, priceSum / priced);
  }

  private void averageWeekdays(DemandHistory history, int closedThrough) {
    for (int ahead = 0; ahead < 7; ahead++) {
      long sum = 0;
      int n = 0;
      int stage = 0;
      for (int week = 1; week <= WEEKS[WEEKS.length - 1]; week++) {
        DayTotals day = full(history, closedThrough + 1 + ahead - 7 * week);
        if (day != null) {
          sum += day.units();
          n++;
        }
        if (week == WEEKS[stage]) {
          weekdays[ahead * WEEKS.length + stage++] = mean(sum, n);
        }
      }
    }
  }

  private void lookAYearBack(DemandHistory history, int closedThrough) {
    set(Single.LAST_YEAR_LEVEL, meanOf(history, closedThrough - YEAR - 27, closedThrough - YEAR));
    for (int h = 0; h < HORIZONS; h++) {
      int centre = closedThrough + 1 + h - YEAR;
      lastYearWeek[h] = meanOf(history, centre - 3, centre + 3);
      lastYearDay[h] = meanOf(history, centre, centre);
    }
  }

  private static float meanOf(DemandHistory history, int from, int to) {
    long sum = 0;
    int n = 0;
    for (int d = from; d <= to; d++) {
      DayTotals day = full(history, d);
      if (day != null) {
        sum += day.units();
        n++;
      }
    }
    return mean(sum, n);
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    for (float[] part : parts()) {
      for (float value : part) {
        out.writeFloat(value);
      }
    }
  }

  public static ClosedDays read(DataInput in) throws IOException {
    ClosedDays c = new ClosedDays();
    for (float[] part : c.parts()) {
      for (int i = 0; i < part.length; i++) {
        part[i] = in.readFloat();
      }
    }
    return c;
  }

  private float[][] parts() {
    return new float[][] {means, singles, weekdays, lastYearWeek, lastYearDay};
  }
}
