package io.shelfcast.target;

import io.shelfcast.event.StoreProductKey;

/** Looks on whenever the forest has run; changes nothing. */
public interface ForestWatcher {
  /**
   * @param rows of features, row by row; never changed again
   * @param scores one for each row, demand over level; only to be read before returning
   */
  void ran(StoreProductKey key, float[] rows, float[] scores);
}
