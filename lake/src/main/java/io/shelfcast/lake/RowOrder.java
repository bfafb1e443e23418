package io.shelfcast.lake;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventType;
import io.shelfcast.event.RefusedRecord;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The two orders of a table's rows: by time, in which readers get a day, and by key, in which
 * compacted files hold it so that a reader of few keys skips most of it.
 */
final class RowOrder<T> {
  static final RowOrder<ArchivedEvent> EVENTS = events();
  static final RowOrder<ArchivedDecision> DECISIONS = decisions();
  static final RowOrder<RefusedRecord> REFUSED = refused();

  private final Comparator<T> byTime;
  private final Comparator<T> byKey;

  private RowOrder(Comparator<T> byTime, Comparator<T> byKey) {
    this.byTime = byTime;
    this.byKey = byKey;
  }

  Comparator<T> byTime() {
    return byTime;
  }

  Comparator<T> byKey() {
    return byKey;
  }

  private static RowOrder<ArchivedEvent> events() {
    Comparator<ArchivedEvent> byTime =
        comparing((ArchivedEvent e) -> e.event().type() != EventType.DAY)
            .thenComparingLong(ArchivedEvent::arrivedAt)
            .thenComparingLong(ArchivedEvent::generation)
            .thenComparingLong(ArchivedEvent::ordinal)
            .thenComparing(e -> e.event().eventId());
    Comparator<ArchivedEvent> byKey =
        comparing((ArchivedEvent e) -> e.event().storeId())
            .thenComparing(e -> e.event().productId(), nullsFirst(naturalOrder()))
            .thenComparing(byTime);
    return new RowOrder<>(byTime, byKey);
  }

  private static RowOrder<ArchivedDecision> decisions() {
    Comparator<ArchivedDecision> byStoreProduct =
        comparing((ArchivedDecision d) -> d.decision().after().key().storeId())
            .thenComparing(d -> d.decision().after().key().productId());
    Comparator<ArchivedDecision> byAsOf =
        comparingLong((ArchivedDecision d) -> d.decision().after().asOf());
    Comparator<ArchivedDecision> byVersion = comparing(d -> d.decision().after().version());
    return new RowOrder<>(
        byAsOf.thenComparing(byStoreProduct).thenComparing(byVersion),
        byStoreProduct.thenComparing(byAsOf).thenComparing(byVersion));
  }

  private static RowOrder<RefusedRecord> refused() {
    Comparator<RefusedRecord> byArrival =
        comparingLong(RefusedRecord::arrivedAt)
            .thenComparing(RefusedRecord::reason)
            .thenComparing(RefusedRecord::raw, Arrays::compare);
    return new RowOrder<>(byArrival, byArrival);
  }
}
