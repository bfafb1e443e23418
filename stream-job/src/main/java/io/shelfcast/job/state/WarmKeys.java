package io.shelfcast.job.state;

import io.shelfcast.demand.ClosedDays;
import io.shelfcast.demand.HotState;
import io.shelfcast.event.StoreProductKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The store-products that something happened to last, as objects. What changed is written to the
 * state backend when another key takes the place, or when all of it is asked for before a
 * checkpoint: a product that sells ten times a second is not read and written ten times.
 *
 * <p>Bounded by {@link #CAPACITY} keys of about 2 KB each.
 */
final class WarmKeys {
  /** Of one subtask. */
  static final int CAPACITY = 16_384;

  private final int capacity;
  private final BiConsumer<StoreProductKey, HotState> writer;
  private final Map<StoreProductKey, Warm> keys = new LinkedHashMap<>(16, 0.75f, true);

  /** One store-product: the hot part, and the summary of its closed days once it was looked at. */
  static final class Warm {
    final HotState hot;
    ClosedDays closedDays;

    Warm(HotState hot) {
      this.hot = hot;
    }
  }

  /**
   * @param writer puts the hot part of a key into the state backend
   */
  WarmKeys(int capacity, BiConsumer<StoreProductKey, HotState> writer) {
    this.capacity = capacity;
    this.writer = writer;
  }

  /** The store-product, or null if it has to be read. */
  Warm get(StoreProductKey key) {
    return keys.get(key);
  }

  /** Keeps what became of a store-product; the one left alone for longest may have to go. */
  void changed(StoreProductKey key, Warm warm) {
    if (keys.put(key, warm) == null && keys.size() > capacity) {
      Iterator<Map.Entry<StoreProductKey, Warm>> eldest = keys.entrySet().iterator();
      Map.Entry<StoreProductKey, Warm> left = eldest.next();
      eldest.remove();
      write(left.getKey(), left.getValue());
    }
  }

  void forget(StoreProductKey key) {
    keys.remove(key);
  }

  /**
   * Writes all of it and begins anew: a backend may hold on to what it is given while a checkpoint
   * is being written, so that from now on each key has to be read from it.
   */
  void writeBack() {
    keys.forEach(this::write);
    keys.clear();
  }

  private void write(StoreProductKey key, Warm warm) {
    writer.accept(key, warm.hot);
  }
}
