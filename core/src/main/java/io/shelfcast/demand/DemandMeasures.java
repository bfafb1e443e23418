package io.shelfcast.demand;

import static io.shelfcast.demand.FullDays.UNIT;

import io.shelfcast.demand.ClosedDays.Single;
import java.util.Arrays;

/**
 * The single numbers of {@link ClosedDays}: how demand spreads, how regular it is, and what
 * promotions and prices do to it.
 */
final class DemandMeasures {
  private final float[] values = new float[Single.values().length];

  private DemandMeasures() {
    Arrays.fill(values, Float.NaN);
  }

  /**
   * Measures a history whose last closed day is given.
   *
   * @param days the same history's full days
   * @param mean28 mean of the full days among the last 28
   * @return a value for each {@link Single}, by ordinal
   */
  static float[] of(DemandHistory history, int closedThrough, FullDays days, float mean28) {
    DemandMeasures measures = new DemandMeasures();
    measures.measureMonth(history, closedThrough, mean28);
    measures.measureRegularity(days);
    measures.measurePromotions(days);
    measures.measureSales(history, closedThrough);
    measures.measurePrices(days);
    measures.set(Single.LAST_YEAR_LEVEL, DemandMeans.lastYearLevel(days));
    int first = history.firstDay();
    measures.set(Single.AGE, first <= closedThrough ? closedThrough + 1 - first : 0);
    return measures.values;
  }

  /** A ratio to nothing is not known: the forest takes no infinite value. */
  private void set(Single single, double value) {
    values[single.ordinal()] = Double.isInfinite(value) ? Float.NaN : (float) value;
  }

  private void measureMonth(DemandHistory history, int closedThrough, float mean28) {
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
        double off = day.units() / UNIT - mean28;
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
  private void measureRegularity(FullDays full) {
    int days = 0;
    int selling = 0;
    int sinceSale = -1;
    double sum = 0;
    double squares = 0;
    for (int back = 0; back < 182; back++) {
      DayTotals day = full.back(back);
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

  private void measurePromotions(FullDays full) {
    long[] sums = new long[2];
    int[] counts = new int[2];
    long discounts = 0;
    for (int back = 0; back < 364; back++) {
      DayTotals day = full.back(back);
      if (day != null) {
        int promoted = day.isPromoted() ? 1 : 0;
        sums[promoted] += day.units();
        counts[promoted]++;
        discounts += day.discount();
      }
      if (back + 1 == 28) {
        set(Single.PROMOTED_SHARE_28, counts[1] / (double) (counts[0] + counts[1]));
        set(Single.DISCOUNT_28, discounts / UNIT / (counts[0] + counts[1]));
      }
      if (back + 1 == 91) {
        set(Single.PLAIN_MEAN, FullDays.mean(sums[0], counts[0]));
      }
    }
    set(Single.PROMOTED_MEAN, FullDays.mean(sums[1], counts[1]));
    set(Single.PROMOTED_SHARE_364, counts[1] / (double) (counts[0] + counts[1]));
    set(
        Single.PROMOTION_LIFT,
        FullDays.mean(sums[1], counts[1]) / FullDays.mean(sums[0], counts[0]));
  }

  /** Sales say what was wanted at least, and newer of it than the full days where those are few. */
  private void measureSales(DemandHistory history, int closedThrough) {
    long sum = 0;
    int open = 0;
    for (int back = 0; back < 28 && history.has(closedThrough - back); back++) {
      DayTotals day = history.day(closedThrough - back);
      sum += day.units();
      open += day.isClosed() ? 0 : 1;
      if (back == 6) {
        set(Single.SALES_7, FullDays.mean(sum, open));
      }
    }
    set(Single.SALES_28, FullDays.mean(sum, open));
  }

  /** The newest price, and the mean of those of the last 91 days. */
  private void measurePrices(FullDays full) {
    double price = Double.NaN;
    double sum = 0;
    int priced = 0;
    for (int back = 0; back < 91; back++) {
      DayTotals day = full.back(back);
      if (day != null && !Double.isNaN(day.price())) {
        price = priced == 0 ? day.price() : price;
        sum += day.price();
        priced++;
      }
    }
    set(Single.PRICE, price);
    set(Single.PRICE_91, sum / priced);
  }
}
