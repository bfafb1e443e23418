package io.shelfcast.demand;

import static io.shelfcast.demand.Histories.KEY;
import static io.shelfcast.demand.Histories.STORE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.event.Event;
import io.shelfcast.feature.Features;
import io.shelfcast.model.TestBundles;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredStateTest {
  @Test
  void stateThatLiesOnDiskBetweenEventsGivesTheSameFeaturesAndStock() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      StoreProduct onHeap = StoreProduct.inMemory(KEY);
      StoredMemory memory = new StoredMemory();
      StoreProduct stored = new StoreProduct(KEY, memory);
      for (Event event : Histories.random(seed, 20)) {
        onHeap.apply(event, STORE);
        stored.apply(event, STORE);
        memory.store();
        if (random.nextInt(3) == 0) {
          assertArrayEquals(rows(onHeap), rows(stored), "seed " + seed);
          assertEquals(onHeap.stock().quantity(), stored.stock().quantity(), "seed " + seed);
          memory.store();
        }
      }
    }
  }

  private static float[] rows(StoreProduct product) {
    return Features.of(product, product.asOf(STORE), STORE, TestBundles.statistics()).rows();
  }
}
