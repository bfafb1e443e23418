package io.shelfcast.job.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.shelfcast.demand.HotState;
import io.shelfcast.event.StoreProductKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmKeysTest {
  private final List<String> written = new ArrayList<>();
  private final WarmKeys keys = new WarmKeys(2, (key, hot) -> written.add(key.productId()));

  private static StoreProductKey key(String product) {
    return new StoreProductKey("s1", product);
  }

  private WarmKeys.Warm change(String product) {
    WarmKeys.Warm known = keys.get(key(product));
    WarmKeys.Warm warm = known == null ? new WarmKeys.Warm(new HotState()) : known;
    keys.changed(key(product), warm);
    return warm;
  }

  @Test
  void manyTurnsOfAKeyAreWrittenOnce() {
    WarmKeys.Warm first = change("p1");
    assertSame(first, change("p1"));
    assertEquals(List.of(), written);
    keys.writeBack();
    assertEquals(List.of("p1"), written);
  }

  @Test
  void whatWasWrittenBelongsToTheBackendAndHasToBeReadAgain() {
    change("p1");
    keys.writeBack();
    assertNull(keys.get(key("p1")));
    change("p2");
    keys.writeBack();
    assertEquals(List.of("p1", "p2"), written);
  }

  @Test
  void theKeyLeftAloneForLongestMakesRoomAndIsWritten() {
    change("p1");
    change("p2");
    change("p1");
    change("p3");
    assertEquals(List.of("p2"), written);
    assertNull(keys.get(key("p2")));
  }

  @Test
  void withoutRoomEachTurnIsWrittenAtItsEnd() {
    WarmKeys none = new WarmKeys(0, (key, hot) -> written.add(key.productId()));
    none.changed(key("p1"), new WarmKeys.Warm(new HotState()));
    assertEquals(List.of("p1"), written);
    assertNull(none.get(key("p1")));
  }

  @Test
  void whatIsForgottenIsNotWritten() {
    change("p1");
    keys.forget(key("p1"));
    keys.writeBack();
    assertEquals(List.of(), written);
  }
}
