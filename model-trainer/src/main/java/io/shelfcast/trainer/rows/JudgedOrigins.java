package io.shelfcast.trainer.rows;

import io.shelfcast.event.StoreProductKey;
import java.io.Serializable;

/** On which days, at midnight, the forecast of a series is judged, and by which trial model. */
@FunctionalInterface
public interface JudgedOrigins extends Serializable {
  /** The fold whose model is asked at the start of the day; −1 where none is. */
  int fold(StoreProductKey key, int day);
}
