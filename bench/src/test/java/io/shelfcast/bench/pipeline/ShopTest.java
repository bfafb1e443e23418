package io.shelfcast.bench.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.RefusedEvent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopTest {
  private final Shop shop = new Shop(2_000, 365);

  @Test
  void thePastIsTheSameEachTimeItIsAskedFor() {
    Event day = shop.day(1_234, shop.firstDay());
    assertEquals(day, shop.day(1_234, shop.firstDay()));
    assertNotEquals(day, shop.day(1_235, shop.firstDay()));
  }

  @Test
  void halfOfTheStoreProductsSellThreeUnitsADayOrFewer() {
    double[] units = IntStream.range(0, 2_000).mapToDouble(shop::dailyUnits).sorted().toArray();
    assertEquals(3, units[1_000], 0.3);
  }

  @Test
  void eventsAreAsTheStreamTakesThem() throws RefusedEvent {
    for (int ordinal = 0; ordinal < 100; ordinal++) {
      Event event = shop.event(7, ordinal, Shop.startOf(Shop.OPEN_DAY));
      assertEquals(event, EventCodec.decode(EventCodec.encode(event)));
    }
  }
}
