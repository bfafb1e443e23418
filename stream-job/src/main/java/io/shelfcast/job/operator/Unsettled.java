package io.shelfcast.job.operator;

import java.util.TreeMap;

/**
 * How long the store-products of one subtask have been holding back a change from readers, to the
 * minute. Counts since the start of the subtask: a change held back before a restart is known again
 * when its store-product is next touched, at its day close at the latest.
 */
final class Unsettled {
  private static final long MINUTE_MS = 60_000;

  private final TreeMap<Long, Integer> byMinute = new TreeMap<>();

  /**
   * Notes what a store-product's turn has changed.
   *
   * @param before arrival of the oldest event it held back before, by the wall clock; 0 if none
   * @param now the same after
   */
  synchronized void moved(long before, long now) {
    if (before == now) {
      return;
    }
    byMinute.computeIfPresent(before / MINUTE_MS, (minute, n) -> n == 1 ? null : n - 1);
    if (now != 0) {
      byMinute.merge(now / MINUTE_MS, 1, Integer::sum);
    }
  }

  /** Seconds since the oldest arrival that is held back; 0 if none is. */
  synchronized long oldestSeconds(long wallMillis) {
    return byMinute.isEmpty()
        ? 0
        : Math.max(0, (wallMillis - byMinute.firstKey() * MINUTE_MS) / 1000);
  }
}
