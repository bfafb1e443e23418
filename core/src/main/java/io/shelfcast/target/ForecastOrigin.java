package io.shelfcast.target;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.feature.Features;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.model.ModelBundle;

/**
 * The instant of one store-product at which a forecast is made: the rows for a model to score, and
 * all that makes units of its scores. It holds nothing of the store-product itself, which may go on
 * before the scores are there. Immutable.
 */
public final class ForecastOrigin {
  private final StoreProductKey key;
  private final long bundleSequence;
  private final int openDay;
  private final long asOf;
  private final long eventsApplied;
  private final boolean firstOfDay;
  private final DemandClass demandClass;
  private final float[] rows;
  private final double[] levels;

  private ForecastOrigin(
      StoreProduct product, long asOf, StoreFacts store, Features features, long bundleSequence) {
    Forecast last = product.hot().forecast();
    this.key = product.key();
    this.bundleSequence = bundleSequence;
    this.openDay = product.openDay();
    this.asOf = asOf;
    this.eventsApplied = product.eventsApplied();
    this.firstOfDay = last == null || last.openDay() != openDay;
    this.demandClass = features.demandClass();
    this.rows = features.rows();
    this.levels = levels(product, store, features.level());
  }

  /** The one that a store-product is at now. */
  static ForecastOrigin of(StoreProduct product, StoreFacts store, ModelBundle bundle) {
    long asOf = product.asOf(store);
    Features features = Features.of(product, asOf, store, bundle.statistics());
    return new ForecastOrigin(product, asOf, store, features, bundle.sequence());
  }

  /** What a score of one stands for on each day, in units; nothing on a day without sales. */
  private static double[] levels(StoreProduct product, StoreFacts store, double level) {
    double[] levels = new double[FeatureSchema.ROWS];
    for (int h = 0; h < levels.length; h++) {
      int day = product.openDay() + h;
      boolean sells = product.product().isOnSale(day) && !store.isPlannedClosed(day);
      levels[h] = sells ? level : 0;
    }
    return levels;
  }

  public StoreProductKey key() {
    return key;
  }

  /** Rows of features, row by row; not a copy, and never changed. */
  public float[] rows() {
    return rows;
  }

  /** Whether the day has just turned, so that this forecast is the one it is judged by. */
  boolean isFirstOfDay() {
    return firstOfDay;
  }

  /** Whether a forecast from here can still be in force: the day is open and the bundle in use. */
  boolean isInForce(StoreProduct product, ModelBundle bundle) {
    return openDay == product.openDay() && bundleSequence == bundle.sequence();
  }

  /** Whether the store-product is still at it: no event was applied since, and no day closed. */
  public boolean isOf(StoreProduct product) {
    return openDay == product.openDay() && eventsApplied == product.eventsApplied();
  }

  /**
   * Makes units of scores.
   *
   * @param scores one a row, demand over level
   * @param remote whether they came from a model elsewhere
   */
  Forecast forecast(float[] scores, boolean remote) {
    float[] daily = new float[levels.length];
    for (int h = 0; h < daily.length; h++) {
      daily[h] = (float) Math.max(0, scores[h] * levels[h]);
    }
    return new Forecast(bundleSequence, openDay, asOf, demandClass, daily, remote);
  }
}
