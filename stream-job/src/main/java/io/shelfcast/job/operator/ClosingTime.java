package io.shelfcast.job.operator;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.event.StoreProductKey;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a business day closes: at its midnight by the store's clock, after a grace for late events,
 * and a spread by key so that not all close at once.
 */
public final class ClosingTime implements Serializable {
  private static final long serialVersionUID = 1;

  private final long latenessMillis;
  private final long spreadMillis;

  public ClosingTime(Duration lateness, Duration spread) {
    latenessMillis = lateness.toMillis();
    spreadMillis = spread.toMillis();
  }

  /** The stream time at which a day of a store-product is to close, in milliseconds. */
  public long of(int day, StoreProductKey key, StoreFacts store) {
    return store.startOf(day + 1) + delay(key);
  }

  /** The last day that is to be closed at a stream time. */
  int lastDueDay(long time, StoreProductKey key, StoreFacts store) {
    return store.businessDay(time - delay(key)) - 1;
  }

  private long delay(StoreProductKey key) {
    /* Multiplied by a large odd number, for hashes of similar names lie close together. */
    long mixed = key.hashCode() * 0x9E3779B97F4A7C15L >>> 1;
    return latenessMillis + (spreadMillis == 0 ? 0 : mixed % spreadMillis);
  }
}
