package io.shelfcast.producer.replay;

import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.HoursOfDay;
import io.shelfcast.producer.timeline.HourlyProfile;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Spreads a day's total over the day: by a grocery's usual hours, or by its own where they are
 * known. Chance depends only on what the row is about.
 */
final class DaySpread {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int WHOLE = 10_000;

  /** The hours in which the data sets watched the stock. */
  private static final int WATCHED_FROM = 6;

  private static final int WATCHED_TO = 22;

  private final int salesPerDay;

  DaySpread(int salesPerDay) {
    this.salesPerDay = salesPerDay;
  }

  /**
   * @param start of the day, in milliseconds since the epoch
   * @param drafts takes what becomes of the row
   */
  void add(DailyRow row, long start, List<DayDraft> drafts) {
    if (row.hours() == null) {
      byUsualHours(row, start, drafts);
    } else {
      byOwnHours(row, start, drafts);
    }
  }

  private void byUsualHours(DailyRow row, long start, List<DayDraft> drafts) {
    long grain = grain(row.quantity());
    long grains = row.quantity() / grain;
    int sales = (int) Math.min(grains, salesPerDay);
    SplittableRandom random = random(row);
    for (int i = 0; i < sales; i++) {
      long part = grains * (i + 1) / sales - grains * i / sales;
      double share = (i + random.nextDouble()) / sales;
      drafts.add(new DayDraft(row, start + HourlyProfile.momentOf(share), i, part * grain, 0));
    }
    if (row.stockoutShare() > 0) {
      addStockout(row, start, WATCHED_FROM, WATCHED_TO, row.stockoutShare(), drafts);
    }
  }

  private static void byOwnHours(DailyRow row, long start, List<DayDraft> drafts) {
    SplittableRandom random = random(row);
    HoursOfDay hours = row.hours();
    for (int hour = 0; hour < HoursOfDay.HOURS; hour++) {
      long within = (long) (random.nextDouble() * HOUR);
      if (hours.sold()[hour] > 0) {
        drafts.add(new DayDraft(row, start + hour * HOUR + within, hour, hours.sold()[hour], 0));
      }
    }
    int hour = WATCHED_FROM;
    while (hour < WATCHED_TO) {
      int from = hour;
      while (hour < WATCHED_TO && hours.isOut(hour)) {
        hour++;
      }
      if (hour > from) {
        addStockout(row, start, from, hour, WHOLE, drafts);
      }
      hour++;
    }
  }

  /** Known at the end of the interval, and counted to the day in which it ends. */
  private static void addStockout(
      DailyRow row, long start, int fromHour, int toHour, int share, List<DayDraft> drafts) {
    long end = start + toHour * HOUR - 1;
    drafts.add(new DayDraft(row, end, fromHour, share, start + fromHour * HOUR));
  }

  /**
   * The largest power of ten that divides the quantity, one unit at most: 0.6 kg sells by 100 g.
   */
  private static long grain(long quantity) {
    long grain = WHOLE;
    while (quantity % grain != 0) {
      grain /= 10;
    }
    return grain;
  }

  private static SplittableRandom random(DailyRow row) {
    long seed = row.storeId().hashCode() * 1_000_003L + row.productId().hashCode();
    return new SplittableRandom(seed * 1_000_003L + row.day());
  }
}
