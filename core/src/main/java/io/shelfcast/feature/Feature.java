package io.shelfcast.feature;

/**
 * What the model looks at, in the order of its columns. Demand is divided by the level of the
 * store-product; NaN is "not known".
 *
 * @see Features where each is computed
 */
public enum Feature {
  LOG_LEVEL,
  MEAN_1,
  MEAN_3,
  MEAN_7,
  MEAN_14,
  MEAN_28,
  MEAN_56,
  MEAN_91,
  MEAN_182,
  MEAN_364,
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
  /** Mean price cut of the days that the level is made of. */
  DISCOUNT_28,
  SALES_7,
  SALES_28,
  PRICE_RATIO,
  PRODUCT_LEVEL,
  PRODUCT_TREND,
  CATEGORY_LEVEL,
  /** Planned price cut on the open day. */
  DISCOUNT_TODAY,
  /** Usual share of a day's demand that has passed. */
  ELAPSED,
  /** Sold on the open day against what is usual by now. */
  SOLD_SO_FAR,
  // From here on a value differs between the days of one forecast.
  /** 1 for the remainder of the open day, 0 for the days after it. */
  OPEN_DAY,
  HORIZON,
  WEEKDAY,
  DAY_OF_MONTH,
  MONTH,
  DAY_OF_YEAR,
  /** How the product sells on the weekday in all stores, against its mean. */
  PRODUCT_WEEKDAY,
  SAME_WEEKDAY_4,
  SAME_WEEKDAY_8,
  SAME_WEEKDAY_26,
  /** The week around the same weekday a year ago, against the level of a year ago. */
  LAST_YEAR_WEEK,
  LAST_YEAR_DAY,
  /** Planned price cut on the day. */
  DISCOUNT,
  /** Which day of its planned promotion the day is, from 1; 0 where none is planned. */
  PROMOTION_DAY,
  /** Days that the planned promotion lasts: ten days of a leaflet are not a season's low price. */
  PROMOTION_DAYS,
  /** Mean demand of days not promoted, or of promotions about as long, as the day is planned. */
  LIKE_DAY,
  CLOSED_DAY_BEFORE,
  CLOSED_DAY_AFTER
}
