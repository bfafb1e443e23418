package io.shelfcast.trainer.series;

import io.shelfcast.event.StoreProductKey;
import java.io.Serializable;

/**
 * How store-products are shared out into parts, each of which fits into memory as a whole.
 *
 * @param count of parts
 */
public record Parts(int count) implements Serializable {
  /** Events a part is meant to hold: about 100 MB of objects. */
  private static final long EVENTS_A_PART = 150_000;

  /**
   * As many as some events need.
   *
   * @param events about how many there are
   */
  public static Parts of(long events) {
    return new Parts((int) Math.min(Integer.MAX_VALUE, events / EVENTS_A_PART + 1));
  }

  /** The same, but no more than so many, which are larger then. */
  public Parts atMost(int most) {
    return new Parts(Math.min(most, count));
  }

  /** The part of a store-product, from 0. */
  public int of(StoreProductKey key) {
    return (int) Math.floorMod(Series.spread(key, 0), (long) count);
  }
}
