package io.shelfcast.target;

import static io.shelfcast.demand.Histories.FIRST_DAY;
import static io.shelfcast.demand.Histories.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.TestBundles;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.TargetKeeper.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhantomStockTest {
  private static final StoreFacts OPEN = StoreFacts.unknown(ZoneId.of("UTC"));
  private static final int SELLING = 40;

  @Test
  void aProductThatSoldDailyIsSuspectedAfterFourSilentDays() {
    StoreProduct product = sellingEvery(1, 500);
    product.closeThrough(FIRST_DAY + SELLING + 2, OPEN);
    assertFalse(PhantomStock.isSuspected(product));

    product.closeThrough(FIRST_DAY + SELLING + 3, OPEN);
    assertTrue(PhantomStock.isSuspected(product));
  }

  @Test
  void aSaleEndsTheSuspicion() {
    StoreProduct product = sellingEvery(1, 500);
    product.closeThrough(FIRST_DAY + SELLING + 5, OPEN);
    product.apply(event(EventType.SALE, FIRST_DAY + SELLING + 6, 1), OPEN);
    product.closeThrough(FIRST_DAY + SELLING + 6, OPEN);

    assertFalse(PhantomStock.isSuspected(product));
  }

  @Test
  void aSlowSellerMayBeSilentForTwoWeeks() {
    StoreProduct product = sellingEvery(8, 500);
    product.closeThrough(FIRST_DAY + SELLING + 14, OPEN);

    assertFalse(PhantomStock.isSuspected(product));
  }

  @Test
  void anEmptyShelfIsNoPhantom() {
    StoreProduct product = sellingEvery(1, SELLING);
    product.closeThrough(FIRST_DAY + SELLING + 9, OPEN);

    assertTrue(product.stock().isEmpty());
    assertFalse(PhantomStock.isSuspected(product));
  }

  @Test
  void daysOnWhichTheStoreWasShutSayNothing() {
    StoreFacts shut =
        OPEN.with(
            Event.of(EventType.STORE)
                .with(Field.EVENT_ID, "shut")
                .with(Field.STORE_ID, KEY.storeId())
                .with(Field.OCCURRED_AT, 0)
                .with(Field.ZONE, "UTC")
                .with(
                    Field.CLOSED_DAYS,
                    IntStream.range(FIRST_DAY + SELLING, FIRST_DAY + SELLING + 10)
                        .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                        .collect(Collectors.joining(",")))
                .build());
    StoreProduct product = sellingEvery(1, 500);
    product.closeThrough(FIRST_DAY + SELLING + 9, shut);

    assertFalse(PhantomStock.isSuspected(product));
  }

  @Test
  void eachCloseOfADayTellsItOnce() throws RefusedBundle {
    StoreProduct product = sellingEvery(1, 500);
    TargetKeeper keeper = new TargetKeeper(1, Policy.assumed(2, 1, 0.9), 0);
    keeper.use(TestBundles.bundle(1, 1f).read());
    int told = 0;
    for (int day = FIRST_DAY + SELLING; day < FIRST_DAY + SELLING + 6; day++) {
      product.closeThrough(day, OPEN);
      told += keeper.update(product, OPEN, Moment.CLOSE).phantom() ? 1 : 0;
      assertFalse(keeper.update(product, OPEN, Moment.RESCORE).phantom());
    }

    assertEquals(3, told);
  }

  private static StoreProduct sellingEvery(int days, long stock) {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(event(EventType.COUNT, FIRST_DAY, stock), OPEN);
    for (int day = FIRST_DAY; day < FIRST_DAY + SELLING; day += days) {
      product.apply(event(EventType.SALE, day, 1), OPEN);
    }
    return product;
  }

  private static Event event(EventType type, int day, long units) {
    return Event.of(type)
        .with(Field.EVENT_ID, type + "-" + day)
        .with(Field.STORE_ID, KEY.storeId())
        .with(Field.PRODUCT_ID, KEY.productId())
        .with(Field.OCCURRED_AT, OPEN.startOf(day) + 12 * 3_600_000L)
        .with(Field.QUANTITY, units * 10_000)
        .build();
  }
}
