package io.shelfcast.producer.replay;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;

/** Quantities of the sales of the last three days, which a VOID may name. */
final class RecentSales {
  private static final long KEPT_MILLIS = Duration.ofDays(3).toMillis();

  private record Sold(long at, long quantity) {}

  private final LinkedHashMap<String, Sold> sales = new LinkedHashMap<>();

  /** Adds a sale, which must not be older than the one before. */
  void add(String eventId, long quantity, long at) {
    sales.put(eventId, new Sold(at, quantity));
    Iterator<Sold> oldest = sales.values().iterator();
    while (oldest.hasNext() && oldest.next().at() < at - KEPT_MILLIS) {
      oldest.remove();
    }
  }

  /** Takes out a sale and gives its quantity; 0 if it is not known. */
  long take(String eventId) {
    Sold sale = sales.remove(eventId);
    return sale == null ? 0 : sale.quantity();
  }
}
