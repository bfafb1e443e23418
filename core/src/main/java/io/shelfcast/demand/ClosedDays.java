package io.shelfcast.demand;

import io.shelfcast.forecast.DemandClass;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The closed days of one store-product summed up as the forest sees them: computed at day close and
 * after repairs, read whenever the forest runs. In units a day; NaN where there is nothing to
 * average. Immutable.
 *
 * @see FullDays the days that count in means
 */
public final class ClosedDays {
  /** Lengths of the windows of {@link #mean}. */
  public static final int[] WINDOWS = {1, 3, 7, 14, 28, 56, 91, 182, 364};

  /** Numbers of weeks of {@link #sameWeekday}. */
  public static final int[] WEEKS = {4, 8, 26};

  /**
   * Promotions longer than each and no longer than the next are of a kind. Shorter ones are of
   * none: a price that is cut anew every few days is no leaflet.
   */
  private static final int[] PROMOTIONS_BEYOND = {7, 11, 17, 28};

  static final int PROMOTION_KINDS = PROMOTIONS_BEYOND.length;

  /** The open day and the thirty after it. */
  static final int HORIZONS = 31;

  /** In place of a mean, which is not negative. */
  private static final float NOT_SUMMED_UP = -1;

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
    /** Mean of the promoted full days of the last year. */
    PROMOTED_MEAN,
    /** Mean of the other full days of the last quarter. */
    PLAIN_MEAN,
    /** Mean price cut of the full days among the last 28, which are what the level is made of. */
    DISCOUNT_28,
    /** Mean sales of the last 7 open days, short of stock or not: at least so much was wanted. */
    SALES_7,
    SALES_28,
    PRICE,
    PRICE_91,
    LAST_YEAR_LEVEL
  }

  private final float[] means;
  private final float[] singles;
  private final float[] weekdays;
  private final float[] lastYearWeek;
  private final float[] lastYearDay;
  private final float[] promotions;

  private ClosedDays(
      float[] means,
      float[] singles,
      float[] weekdays,
      float[] lastYearWeek,
      float[] lastYearDay,
      float[] promotions) {
    this.means = means;
    this.singles = singles;
    this.weekdays = weekdays;
    this.lastYearWeek = lastYearWeek;
    this.lastYearDay = lastYearDay;
    this.promotions = promotions;
  }

  /** Sums up a history whose last closed day is given. */
  static ClosedDays of(DemandHistory history, int closedThrough) {
    FullDays days = new FullDays(history, closedThrough);
    float[] means = DemandMeans.ofWindows(days);
    return new ClosedDays(
        means,
        DemandMeasures.of(history, closedThrough, days, means[4]),
        DemandMeans.ofWeekdays(days),
        DemandMeans.aYearBefore(days, 3),
        DemandMeans.aYearBefore(days, 0),
        DemandMeans.ofPromotions(history));
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

  /**
   * What a promotion of so many days sold a day: mean of those of its kind that are kept and over;
   * where there is none, of all promoted days of a year.
   */
  public float promotedMean(int days) {
    int kind = kindOfPromotion(days);
    return kind < 0 || Float.isNaN(promotions[kind]) ? get(Single.PROMOTED_MEAN) : promotions[kind];
  }

  /** Which of {@link #PROMOTION_KINDS} one of so many days is; negative if it is of none. */
  static int kindOfPromotion(int days) {
    int kind = -1;
    while (kind + 1 < PROMOTION_KINDS && days > PROMOTIONS_BEYOND[kind + 1]) {
      kind++;
    }
    return kind;
  }

  /** Whether it was summed up by an earlier version, which left things out. */
  boolean isOutdated() {
    return promotions[0] == NOT_SUMMED_UP;
  }

  /** How regular demand is. */
  public DemandClass demandClass() {
    return DemandClass.of(get(Single.ADI), get(Single.CV2));
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    for (float[] part : parts()) {
      for (float value : part) {
        out.writeFloat(value);
      }
    }
  }

  private float[][] parts() {
    return new float[][] {means, singles, weekdays, lastYearWeek, lastYearDay, promotions};
  }

  public static ClosedDays read(DataInput in) throws IOException {
    return read(in, true);
  }

  /** Reads what the first version wrote; it is {@link #isOutdated()}. */
  public static ClosedDays readFirst(DataInput in) throws IOException {
    return read(in, false);
  }

  private static ClosedDays read(DataInput in, boolean withPromotions) throws IOException {
    return new ClosedDays(
        read(in, WINDOWS.length),
        read(in, Single.values().length),
        read(in, 7 * WEEKS.length),
        read(in, HORIZONS),
        read(in, HORIZONS),
        withPromotions ? read(in, PROMOTION_KINDS) : notSummedUp());
  }

  private static float[] notSummedUp() {
    float[] promotions = new float[PROMOTION_KINDS];
    Arrays.fill(promotions, NOT_SUMMED_UP);
    return promotions;
  }

  private static float[] read(DataInput in, int length) throws IOException {
    float[] part = new float[length];
    for (int i = 0; i < length; i++) {
      part[i] = in.readFloat();
    }
    return part;
  }
}
