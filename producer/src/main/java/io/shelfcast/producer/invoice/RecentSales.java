package io.shelfcast.producer.invoice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The sales to known customers of the last two days, for finding the one that a cancellation takes
 * back: same customer, same product, same quantity, the newest not yet taken back.
 */
final class RecentSales {
  static final Duration WINDOW = Duration.ofDays(2);

  private record Buyer(String customer, String product) {}

  private final Map<Buyer, Deque<InvoiceLine>> open = new HashMap<>();
  private final Deque<InvoiceLine> byTime = new ArrayDeque<>();

  /** Adds a sale, which must not be older than the one before. */
  void add(InvoiceLine sale) {
    forgetBefore(sale.at() - WINDOW.toMillis());
    if (sale.customer().isEmpty()) {
      return;
    }
    open.computeIfAbsent(buyer(sale), b -> new ArrayDeque<>()).addFirst(sale);
    byTime.addLast(sale);
  }

  /** Takes out the sale that the cancellation takes back, or gives null. */
  InvoiceLine takeMatch(InvoiceLine cancellation) {
    forgetBefore(cancellation.at() - WINDOW.toMillis());
    Deque<InvoiceLine> candidates = open.get(buyer(cancellation));
    if (cancellation.customer().isEmpty() || candidates == null) {
      return null;
    }
    for (Iterator<InvoiceLine> newestFirst = candidates.iterator(); newestFirst.hasNext(); ) {
      InvoiceLine sale = newestFirst.next();
      if (sale.units() == -cancellation.units()) {
        newestFirst.remove();
        return sale;
      }
    }
    return null;
  }

  private void forgetBefore(long instant) {
    while (!byTime.isEmpty() && byTime.getFirst().at() < instant) {
      InvoiceLine old = byTime.removeFirst();
      Deque<InvoiceLine> sales = open.get(buyer(old));
      if (sales != null) {
        sales.removeLastOccurrence(old);
        if (sales.isEmpty()) {
          open.remove(buyer(old));
        }
      }
    }
  }

  private static Buyer buyer(InvoiceLine line) {
    return new Buyer(line.customer(), line.product());
  }
}
