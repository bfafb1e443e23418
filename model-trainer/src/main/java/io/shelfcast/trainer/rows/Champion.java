package io.shelfcast.trainer.rows;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;

/** The model in force, asked for its forecast with the statistics it carries. */
@FunctionalInterface
public interface Champion {
  /**
   * Predictions times level for each row; row 0 as if none of the open day had passed.
   *
   * @param asOf milliseconds since the epoch
   */
  double[] forecast(StoreProduct product, long asOf, StoreFacts store);
}
