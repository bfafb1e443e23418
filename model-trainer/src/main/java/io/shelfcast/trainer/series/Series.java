package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.StoreProductKey;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * All that arrived about one store-product, in order of arrival.
 *
 * @param arrivals in {@link #ARRIVAL} order
 */
public record Series(StoreProductKey key, StoreTimeline store, List<ArchivedEvent> arrivals) {
  /**
   * The order in which the job saw them; events of one millisecond by what else tells them apart.
   */
  public static final Comparator<ArchivedEvent> ARRIVAL =
      Comparator.comparingLong(ArchivedEvent::arrivedAt)
          .thenComparingLong(ArchivedEvent::generation)
          .thenComparingLong(ArchivedEvent::ordinal)
          .thenComparing(archived -> archived.event().eventId());

  /** The instant of a day at which the store's clock says so, in milliseconds since the epoch. */
  public long instant(int day, LocalTime time) {
    return LocalDate.ofEpochDay(day)
        .atTime(time)
        .atZone(store.latest().zone())
        .toInstant()
        .toEpochMilli();
  }

  /** A number that spreads store-products evenly and is the same in every run. */
  public static long spread(StoreProductKey key, long salt) {
    long h = key.storeId().hashCode() * 0x9E3779B97F4A7C15L;
    return mix(mix(h + key.productId().hashCode()) + salt);
  }

  /** Scrambles the bits of a number; SplitMix64's finaliser. */
  public static long mix(long z) {
    long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
    return y ^ y >>> 31;
  }
}
