package io.shelfcast.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DayProfile;
import io.shelfcast.forecast.GroupStatistics;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final StoreFacts STORE = StoreFacts.unknown(ZoneId.of("UTC"));
  private static final int DAY = 19_000;

  private static Event day(int day, long units, boolean promotion) {
    return Event.of(EventType.DAY)
        .with(Field.EVENT_ID, "day-" + day)
        .with(Field.STORE_ID, "s")
        .with(Field.PRODUCT_ID, "p")
        .with(Field.OCCURRED_AT, STORE.startOf(day))
        .with(Field.QUANTITY, units * 10_000)
        .with(Field.PROMOTION, promotion ? 1 : 0)
        .build();
  }

  private static GroupStatistics nothingKnown() {
    double[] profile = new double[25];
    profile[24] = 1;
    return new GroupStatistics(
        new DayProfile(profile), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0);
  }

  @Test
  void aProductSoldOnlyUnderPromotionHasNoInfiniteFeature() {
    StoreProduct product = StoreProduct.inMemory(new StoreProductKey("s", "p"));
    for (int d = DAY; d < DAY + 40; d++) {
      product.apply(day(d, d % 5 == 0 ? 3 : 0, d % 5 == 0), STORE);
    }
    Features features =
        Features.of(product, STORE.startOf(product.openDay()), STORE, nothingKnown());
    for (float value : features.rows()) {
      assertFalse(Float.isInfinite(value));
    }
    assertTrue(Float.isNaN(features.rows()[Feature.PROMOTION_LIFT.ordinal()]));
  }

  private static Event.Builder whole(int day, long units) {
    return Event.of(EventType.DAY)
        .with(Field.EVENT_ID, "day-" + day)
        .with(Field.STORE_ID, "s")
        .with(Field.PRODUCT_ID, "p")
        .with(Field.OCCURRED_AT, STORE.startOf(day))
        .with(Field.QUANTITY, units * 10_000);
  }

  private static float value(Features features, int row, Feature feature) {
    return features.rows()[row * FeatureSchema.count() + feature.ordinal()];
  }

  private static Event plan(int madeOn, int from, int to) {
    return Event.of(EventType.PROMOTION)
        .with(Field.EVENT_ID, "plan-" + from)
        .with(Field.STORE_ID, "s")
        .with(Field.PRODUCT_ID, "p")
        .with(Field.OCCURRED_AT, STORE.startOf(madeOn))
        .with(Field.FROM_DAY, from)
        .with(Field.TO_DAY, to)
        .with(Field.DISCOUNT, 2_000)
        .build();
  }

  /** Ten days of a leaflet sold 40 each, three weeks of a low price 6, other days 5. */
  @Test
  void aPlannedPromotionIsComparedWithThoseThatLastedAboutAsLong() {
    StoreProduct product = StoreProduct.inMemory(new StoreProductKey("s", "p"));
    for (int n = 0; n < 60; n++) {
      boolean leaflet = n >= 5 && n < 15;
      boolean lowPrice = n >= 30 && n < 51;
      Event.Builder day = whole(DAY + n, leaflet ? 40 : lowPrice ? 6 : 5);
      long discount = leaflet || lowPrice ? 2_000 : 0;
      product.apply(
          day.with(Field.PROMOTION, discount > 0 ? 1 : 0).with(Field.DISCOUNT, discount).build(),
          STORE);
    }
    int open = product.openDay();
    product.apply(plan(open, open + 1, open + 9), STORE);
    product.apply(plan(open, open + 12, open + 31), STORE);
    product.apply(plan(open, open + 10, open + 11), STORE);
    Features features = Features.of(product, STORE.startOf(open), STORE, nothingKnown());
    double level = features.level();
    assertEquals(5 / level, value(features, 0, Feature.LIKE_DAY), 1e-6);
    assertEquals(40 / level, value(features, 1, Feature.LIKE_DAY), 1e-6);
    assertEquals(6 / level, value(features, 12, Feature.LIKE_DAY), 1e-6);
    double promoted = (10 * 40 + 21 * 6) / 31.0;
    assertEquals(promoted / level, value(features, 10, Feature.LIKE_DAY), 1e-6);
  }

  /** Plain days sell 10, each fifth 30 at a fifth off, each fourth 4 before the shelf is empty. */
  @Test
  void aDayIsComparedWithDaysOfItsKindAndShortDaysStillSayWhatWasSold() {
    StoreProduct product = StoreProduct.inMemory(new StoreProductKey("s", "p"));
    for (int n = 0; n < 40; n++) {
      boolean promoted = n % 5 == 0;
      boolean out = !promoted && n % 4 == 3;
      Event.Builder day = whole(DAY + n, promoted ? 30 : out ? 4 : 10);
      product.apply(
          day.with(Field.PROMOTION, promoted ? 1 : 0)
              .with(Field.DISCOUNT, promoted ? 2_000 : 0)
              .with(Field.STOCKOUT_SHARE, out ? 5_000 : 0)
              .build(),
          STORE);
    }
    int open = product.openDay();
    product.apply(plan(open, open + 2, open + 4), STORE);
    Features features = Features.of(product, STORE.startOf(open), STORE, nothingKnown());
    double level = features.level();
    assertEquals(10 / level, value(features, 1, Feature.LIKE_DAY), 1e-6);
    assertEquals(30 / level, value(features, 2, Feature.LIKE_DAY), 1e-6);
    float[][] promotion = {{0, 0}, {0, 0}, {1, 3}, {2, 3}, {3, 3}, {0, 0}};
    for (int h = 0; h < promotion.length; h++) {
      assertEquals(promotion[h][0], value(features, h, Feature.PROMOTION_DAY));
      assertEquals(promotion[h][1], value(features, h, Feature.PROMOTION_DAYS));
    }
    // Of the last 28 days, 12 to 39, five were promoted and five others ran short.
    int promotedDays = 5;
    int shortDays = 5;
    int full = 28 - shortDays;
    assertEquals(0.2 * promotedDays / full, value(features, 0, Feature.DISCOUNT_28), 1e-6);
    double sold = 30 * promotedDays + 4 * shortDays + 10 * (28 - promotedDays - shortDays);
    assertEquals(sold / 28 / level, value(features, 0, Feature.SALES_28), 1e-6);
    // Days 33 to 39: one promoted, 35; one short, 39.
    assertEquals((30 + 4 + 5 * 10) / 7.0 / level, value(features, 0, Feature.SALES_7), 1e-6);
  }
}
