package io.shelfcast.bench.freshness;

import io.shelfcast.bench.pipeline.Drawn;
import io.shelfcast.bench.pipeline.Shop;

/** The trials there are. */
final class Trials {
  /** A second of turns, as the job's settings have it where nothing else is said. */
  static final int COALESCED = 1_000;

  private static final double HOT_EVENTS_A_SECOND = 10;
  private static final int WARM_SECONDS = 20;
  private static final int MEASURED_SECONDS = 40;

  /** So many store-products close within the half hour after their grace. */
  private static final double MIDNIGHT_STORE_PRODUCTS = 100_000;

  private static final int MIDNIGHT_MINUTES = 62;
  private static final int RETAIL_STORE_PRODUCTS = 5_000;
  private static final double RETAIL_MEDIAN_A_DAY = 3;
  private static final double RETAIL_EVENTS_A_SECOND = 500;
  private static final double RETAIL_HOURS = 25.1;
  private static final double ZIPF = 0.8;
  private static final long MINUTE = 60_000;

  private Trials() {}

  /** Each store-product ten times a second, by daylight. */
  static Trial hot(int eventsPerSecond, int coalescingMillis) {
    int storeProducts = (int) Math.ceil(eventsPerSecond / HOT_EVENTS_A_SECOND);
    return new Trial(
        storeProducts,
        Drawn.even(storeProducts),
        eventsPerSecond,
        1,
        Shop.startOf(Shop.OPEN_DAY) + 12 * 60 * MINUTE,
        WARM_SECONDS,
        MEASURED_SECONDS,
        coalescingMillis);
  }

  /**
   * The same around midnight, until the last of many store-products has closed its day. With fewer
   * than a hundred thousand of them the night passes so much faster, so that as many close in each
   * second of the wall's.
   */
  static Trial midnight(int eventsPerSecond, int storeProducts) {
    int hot = (int) Math.ceil(eventsPerSecond / HOT_EVENTS_A_SECOND);
    double speedUp = MIDNIGHT_STORE_PRODUCTS / storeProducts;
    double warmMillis = 1_000d * WARM_SECONDS * speedUp;
    return new Trial(
        storeProducts,
        Drawn.even(hot),
        eventsPerSecond,
        speedUp,
        Shop.startOf(Shop.OPEN_DAY + 1) - (long) warmMillis - MINUTE,
        WARM_SECONDS,
        (int) (MIDNIGHT_MINUTES * 60 / speedUp),
        COALESCED);
  }

  /**
   * A day and its close, with rates by Zipf's law and a median of three events. So much faster than
   * life that a turn of a second is none.
   */
  static Trial retail() {
    double[] weights = Drawn.zipf(RETAIL_STORE_PRODUCTS, ZIPF);
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double eventsADay = RETAIL_MEDIAN_A_DAY * sum / weights[weights.length / 2];
    double speedUp = 86_400 * RETAIL_EVENTS_A_SECOND / eventsADay;
    return new Trial(
        RETAIL_STORE_PRODUCTS,
        weights,
        RETAIL_EVENTS_A_SECOND,
        speedUp,
        Shop.startOf(Shop.OPEN_DAY),
        0,
        (int) Math.ceil(RETAIL_HOURS * 3_600 / speedUp),
        (int) Math.ceil(COALESCED / speedUp));
  }
}
