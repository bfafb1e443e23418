package io.shelfcast.trainer.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderPolicyTest {
  @Test
  void sweepsGoFromVeryLittleToVeryMuch() {
    for (OrderPolicy policy : OrderPolicy.values()) {
      int last = OrderPolicy.points() - 1;
      if (policy.asksQuantiles()) {
        assertEquals(0.02, policy.level(0));
        assertEquals(0.999, policy.level(last));
      } else {
        assertEquals(-2, policy.z(0));
        assertEquals(4, policy.z(last));
        assertEquals(0.02275, policy.level(0), 1e-5);
        assertEquals(0.999968, policy.level(last), 1e-6);
      }
      for (int point = 1; point <= last; point++) {
        assertTrue(policy.level(point) > policy.level(point - 1));
      }
      assertEquals(0.95, policy.level(policy.nearest(0.95)[0]), 1e-4);
    }
  }

  @Test
  void leadTimesAreDrawnAroundTheirMeanAndTheSameForEveryone() {
    Terms terms = new Terms(6, 2, 1, 10_000, 3);
    StoreProductKey key = new StoreProductKey("s", "p");
    int[] drawn = terms.leadTimes(key, 20_000);
    double mean = Arrays.stream(drawn).average().orElseThrow();
    double square = Arrays.stream(drawn).mapToDouble(d -> (d - 6) * (d - 6)).average().orElse(0);
    assertEquals(6, mean, 0.05);
    assertEquals(2, Math.sqrt(square), 0.08);
    assertTrue(Arrays.stream(drawn).allMatch(lead -> lead >= 0 && lead <= 12));
    assertEquals(Arrays.toString(drawn), Arrays.toString(terms.leadTimes(key, 20_000)));
  }

  @Test
  void termsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Terms(-1, 0, 1, 10_000, 1));
    assertThrows(IllegalArgumentException.class, () -> new Terms(7, 0, 0, 10_000, 1));
    assertThrows(IllegalArgumentException.class, () -> new Terms(80, 4, 1, 10_000, 1));
    assertThrows(IllegalArgumentException.class, () -> new Terms(7, 0, 1, 0, 1));
  }
}
