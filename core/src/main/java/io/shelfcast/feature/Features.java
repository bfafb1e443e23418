package io.shelfcast.feature;

import io.shelfcast.demand.ClosedDays;
import io.shelfcast.demand.ClosedDays.Single;
import io.shelfcast.demand.PlannedPromotion;
import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.GroupStatistics;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The input of the model for one forecast: {@link FeatureSchema#ROWS} rows of {@link
 * FeatureSchema#count()} floats, row by row, as of an instant. The stream job and the trainer both
 * call this and nothing else.
 *
 * <p>What the model returns for a row times {@link #level()} is the demand of that day in units;
 * for row 0, of the open day as if none of it had passed.
 */
public final class Features {
  private static final int COUNT = FeatureSchema.count();

  /** Below this many units a day a series has no level of its own to be scaled by. */
  private static final double LEAST_LEVEL = 0.02;

  /** With fewer full days than this in the last 28, the level leans on what is known elsewhere. */
  private static final int TRUSTED_DAYS = 14;

  private final StoreProduct product;
  private final StoreFacts store;
  private final GroupStatistics groups;
  private final ClosedDays closed;
  private final double level;
  private final double elapsed;
  private final float[] rows = new float[FeatureSchema.ROWS * COUNT];

  private Features(StoreProduct product, long asOf, StoreFacts store, GroupStatistics groups) {
    this.product = product;
    this.store = store;
    this.groups = groups;
    this.closed = product.closedDays();
    this.level = computeLevel();
    this.elapsed =
        groups
            .dayProfile(product.key().storeId())
            .elapsed(store.clockShare(product.openDay(), asOf));
  }

  /**
   * Computes all rows.
   *
   * @param asOf milliseconds since the epoch, within or after the open day
   */
  public static Features of(
      StoreProduct product, long asOf, StoreFacts store, GroupStatistics groups) {
    Features features = new Features(product, asOf, store, groups);
    features.fillCommon();
    for (int h = 0; h < FeatureSchema.ROWS; h++) {
      System.arraycopy(features.rows, 0, features.rows, h * COUNT, Feature.OPEN_DAY.ordinal());
      features.fillDay(h);
    }
    features.unifyUnknown();
    return features;
  }

  /** There are many NaNs, and which one a division yields is up to the machine; here is one. */
  private void unifyUnknown() {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Float.isNaN(rows[i]) ? Float.NaN : rows[i];
    }
  }

  /** The rows, {@link FeatureSchema#ROWS} × {@link FeatureSchema#count()}; not a copy. */
  public float[] rows() {
    return rows;
  }

  /** Units a day that demand is scaled by; positive. */
  public double level() {
    return level;
  }

  /** Usual share of the open day's demand that has passed, from 0 to 1. */
  public double elapsed() {
    return elapsed;
  }

  public DemandClass demandClass() {
    return closed.demandClass();
  }

  /** The mean of the last 28 full days; a young or empty series leans on longer or wider means. */
  private double computeLevel() {
    double prior = LEAST_LEVEL;
    double[] candidates = {
      closed.mean(6),
      closed.mean(8),
      groups.productLevels().getOrDefault(product.key().productId(), Double.NaN),
      groups.categoryLevels().getOrDefault(product.product().category(), Double.NaN),
      groups.level()
    };
    for (double candidate : candidates) {
      if (candidate > 0) {
        prior = candidate;
        break;
      }
    }
    double days = closed.get(Single.FULL_DAYS_28);
    double own = days > 0 ? closed.mean(4) : 0;
    double blended =
        days >= TRUSTED_DAYS ? own : (days * own + (TRUSTED_DAYS - days) * prior) / TRUSTED_DAYS;
    return Math.max(Math.max(blended, prior / 4), LEAST_LEVEL);
  }

  private void fillCommon() {
    set(0, Feature.LOG_LEVEL, StrictMath.log1p(level));
    for (int i = 0; i < ClosedDays.WINDOWS.length; i++) {
      rows[Feature.MEAN_1.ordinal() + i] = (float) (closed.mean(i) / level);
    }
    set(0, Feature.SD_28, closed.get(Single.SD_28) / level);
    set(0, Feature.MAX_28, closed.get(Single.MAX_28) / level);
    set(0, Feature.ZERO_SHARE_28, closed.get(Single.ZERO_SHARE_28));
    set(0, Feature.ZERO_SHARE_91, closed.get(Single.ZERO_SHARE_91));
    set(0, Feature.ADI, closed.get(Single.ADI));
    set(0, Feature.CV2, closed.get(Single.CV2));
    set(0, Feature.DAYS_SINCE_SALE, closed.get(Single.DAYS_SINCE_SALE));
    set(0, Feature.AGE, Math.min(400, closed.get(Single.AGE)));
    set(0, Feature.OPEN_SHARE_28, closed.get(Single.OPEN_SHARE_28));
    set(0, Feature.STOCKOUT_SHARE_28, closed.get(Single.STOCKOUT_SHARE_28));
    set(0, Feature.PROMOTED_SHARE_28, closed.get(Single.PROMOTED_SHARE_28));
    set(0, Feature.PROMOTED_SHARE_364, closed.get(Single.PROMOTED_SHARE_364));
    set(0, Feature.PROMOTION_LIFT, closed.get(Single.PROMOTION_LIFT));
    set(0, Feature.DISCOUNT_28, closed.get(Single.DISCOUNT_28));
    set(0, Feature.SALES_7, closed.get(Single.SALES_7) / level);
    set(0, Feature.SALES_28, closed.get(Single.SALES_28) / level);
    set(0, Feature.PRICE_RATIO, ratio(closed.get(Single.PRICE), closed.get(Single.PRICE_91)));
    String id = product.key().productId();
    set(0, Feature.PRODUCT_LEVEL, groups.productLevels().getOrDefault(id, Double.NaN) / level);
    set(0, Feature.PRODUCT_TREND, groups.productTrends().getOrDefault(id, Double.NaN));
    String category = product.product().category();
    set(
        0,
        Feature.CATEGORY_LEVEL,
        groups.categoryLevels().getOrDefault(category, Double.NaN) / level);
    set(
        0,
        Feature.DISCOUNT_TODAY,
        product.plannedPromotion(product.openDay()).discount() / 10_000d);
    set(0, Feature.ELAPSED, elapsed);
    double usual = level * elapsed;
    double sold = product.today().units() / 10_000d;
    set(0, Feature.SOLD_SO_FAR, usual > 0 ? sold / usual : Double.NaN);
  }

  private void fillDay(int h) {
    int day = product.openDay() + h;
    LocalDate date = LocalDate.ofEpochDay(day);
    set(h, Feature.OPEN_DAY, h == 0 ? 1 : 0);
    set(h, Feature.HORIZON, h);
    set(h, Feature.WEEKDAY, date.getDayOfWeek().getValue());
    set(
        h,
        Feature.PRODUCT_WEEKDAY,
        groups.onWeekday(product.key().productId(), date.getDayOfWeek().getValue()));
    set(h, Feature.DAY_OF_MONTH, date.getDayOfMonth());
    set(h, Feature.MONTH, date.getMonthValue());
    set(h, Feature.DAY_OF_YEAR, date.getDayOfYear());
    for (int i = 0; i < ClosedDays.WEEKS.length; i++) {
      rows[h * COUNT + Feature.SAME_WEEKDAY_4.ordinal() + i] =
          (float) (closed.sameWeekday(h, i) / level);
    }
    double lastYear = closed.get(Single.LAST_YEAR_LEVEL);
    set(h, Feature.LAST_YEAR_WEEK, ratio(closed.lastYearWeek(h), lastYear));
    set(h, Feature.LAST_YEAR_DAY, ratio(closed.lastYearDay(h), lastYear));
    PlannedPromotion promotion = product.plannedPromotion(day);
    set(h, Feature.DISCOUNT, promotion.discount() / 10_000d);
    set(h, Feature.PROMOTION_DAY, promotion.dayOf(day));
    set(h, Feature.PROMOTION_DAYS, promotion.days());
    set(h, Feature.LIKE_DAY, likeDay(promotion) / level);
    set(h, Feature.CLOSED_DAY_BEFORE, store.isPlannedClosed(day - 1) ? 1 : 0);
    set(h, Feature.CLOSED_DAY_AFTER, store.isPlannedClosed(day + 1) ? 1 : 0);
  }

  private double likeDay(PlannedPromotion promotion) {
    return promotion.isPlanned()
        ? closed.promotedMean(promotion.days())
        : closed.get(Single.PLAIN_MEAN);
  }

  private static double ratio(double value, double of) {
    return of > 0 ? value / of : Double.NaN;
  }

  private void set(int row, Feature feature, double value) {
    rows[row * COUNT + feature.ordinal()] = (float) value;
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(rows, COUNT));
  }
}
