package io.shelfcast.target;

import io.shelfcast.demand.ClosedDays.Single;
import io.shelfcast.demand.DayTotals;
import io.shelfcast.demand.DemandHistory;
import io.shelfcast.demand.StoreProduct;

/**
 * Tells stock that the books hold and the shelf does not: a product that used to sell, is in stock
 * by the books, and has not sold for longer than chance explains. Only somebody who counts can
 * know; this says where to look.
 */
final class PhantomStock {
  /** How seldom a silence must be to count, so that a shop of 10,000 products hears of few. */
  private static final double IMPROBABLE = 1e-4;

  private PhantomStock() {}

  /** Whether the closed days of a store-product look so. */
  static boolean isSuspected(StoreProduct product) {
    if (!product.stock().isKnown() || product.stock().isEmpty()) {
      return false;
    }
    double daysASale = product.closedDays().get(Single.ADI);
    return chanceOfSilence(silentDays(product), daysASale) < IMPROBABLE;
  }

  /** Full days since the last one with a sale, as far as the history goes. */
  private static int silentDays(StoreProduct product) {
    DemandHistory history = product.history();
    int silent = 0;
    for (int day = product.openDay() - 1; history.has(day); day--) {
      DayTotals totals = history.day(day);
      if (totals.isFull() && totals.units() > 0) {
        return silent;
      }
      silent += totals.isFull() ? 1 : 0;
    }
    return silent;
  }

  /**
   * Chance of so many days without a sale, if each has one with the same chance.
   *
   * @param daysASale mean of days by days with a sale; not a number if there was none, as is then
   *     the result
   */
  static double chanceOfSilence(int days, double daysASale) {
    return Math.pow(1 - 1 / daysASale, days);
  }
}
