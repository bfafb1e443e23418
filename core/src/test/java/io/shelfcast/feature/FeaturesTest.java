package io.shelfcast.feature;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
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
    return new GroupStatistics(profile, Map.of(), Map.of(), 0);
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
}
