package io.shelfcast.trainer.rows;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.series.Series;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;

/**
 * At which instants each series is looked at, and which of the rows found there are kept: enough to
 * learn from and no more than fit in memory. Everything follows from the key, the day and the seed.
 *
 * @param learnStep a series is looked at every so many days, different series on different days
 * @param rowShare share of the rows found that are kept to learn from
 * @param judgeStep as {@code learnStep}, for the forecasts that are judged
 * @param judgeShare share of the series that are judged
 */
public record OriginPlan(
    int learnStep, double rowShare, int judgeStep, double judgeShare, long seed)
    implements Serializable {
  /** Instants of the open day, by the store's clock, at which a day made of events is looked at. */
  public static final List<LocalTime> INSTANTS =
      List.of(LocalTime.of(10, 0), LocalTime.of(13, 0), LocalTime.of(17, 0));

  /**
   * How much likelier than another row the remainder of a day is kept: within a day it is what the
   * sales so far say most about, and one row of {@link FeatureSchema#ROWS}.
   */
  private static final int REMAINDER_FAVOUR = 10;

  /** Most looks at series to learn from: beyond this, time is better spent on trees. */
  private static final long MOST_LOOKS = 400_000;

  /**
   * A plan that stays within bounds.
   *
   * @param looks instants of all series together at which there is something to learn
   * @param judgeDays days of all series together on which forecasts are judged
   */
  public static OriginPlan within(
      long looks, long mostRows, long judgeDays, long mostJudged, long seed) {
    int learnStep = step(looks, MOST_LOOKS);
    double rows = looks / (double) learnStep * FeatureSchema.ROWS;
    int judgeStep = Math.min(27, step(judgeDays, mostJudged));
    double judged = judgeDays / (double) judgeStep;
    return new OriginPlan(
        learnStep, Math.min(1, mostRows / rows), judgeStep, Math.min(1, mostJudged / judged), seed);
  }

  /** A step that is no multiple of a week, so that each weekday is met. */
  private static int step(long days, long most) {
    int step = (int) Math.max(1, (days + most - 1) / most);
    return step % 7 == 0 ? step + 1 : step;
  }

  boolean learnsFrom(StoreProductKey key, int day) {
    return Math.floorMod(day + Series.spread(key, seed), (long) learnStep) == 0;
  }

  /** Whether a series is judged on a day, of those on which any is. */
  public boolean judges(StoreProductKey key, int day) {
    return Math.floorMod(day + Series.spread(key, seed + 1), (long) judgeStep) == 0
        && share(Series.spread(key, seed + 2)) < judgeShare;
  }

  /** The instant of an open day at which it is looked at beside midnight. */
  LocalTime instant(StoreProductKey key, int day) {
    long pick = Series.mix(Series.spread(key, seed + 3) + day);
    return INSTANTS.get((int) Math.floorMod(pick, (long) INSTANTS.size()));
  }

  boolean keepsRow(StoreProductKey key, long asOf, int row) {
    return drawn(key, asOf, row) < rowShare;
  }

  /** As {@link #keepsRow}, for the remainder of a day of which a part has passed. */
  boolean keepsRemainder(StoreProductKey key, long asOf) {
    return drawn(key, asOf, 0) < REMAINDER_FAVOUR * rowShare;
  }

  private double drawn(StoreProductKey key, long asOf, int row) {
    return share(Series.mix(Series.spread(key, seed + 4) + asOf * 31 + row));
  }

  private static double share(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }
}
