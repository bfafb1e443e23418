package io.shelfcast.producer.replay;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A timeline with the deliveries and counts that a plain replenishment would have brought: a COUNT
 * when a store-product starts, each evening an ORDER where stock has fallen to its order point on a
 * trailing mean, its RECEIPT in the morning after the lead time, a COUNT each four weeks and
 * wherever sales prove the books wrong. The sales stay as they are. Memory grows with the number of
 * store-products and with three days of sales, which a VOID may name.
 */
final class Replenished extends ReadAhead<TimedEvent> {
  private static final Duration REVIEW_AT = Duration.ofMinutes(22 * 60 + 30);
  private static final Duration RECEIPT_AT = Duration.ofMinutes(5 * 60 + 30);
  private static final int COUNT_EVERY_DAYS = 28;

  private static final Comparator<StoreProductKey> BY_NAME =
      Comparator.comparing(StoreProductKey::storeId).thenComparing(StoreProductKey::productId);

  private record Delivery(long at, StoreProductKey key, String orderId, long quantity) {}

  private final Iterator<TimedEvent> source;
  private final StoreClock clock;
  private final int leadTimeDays;
  private final ToDoubleFunction<StoreProductKey> startLevel;
  private final Map<StoreProductKey, Shelf> shelves = new TreeMap<>(BY_NAME);
  private final RecentSales recent = new RecentSales();
  private final PriorityQueue<Delivery> deliveries =
      new PriorityQueue<>(
          Comparator.comparingLong(Delivery::at).thenComparing(Delivery::key, BY_NAME));
  private TimedEvent ahead;
  private int reviewDay;

  /**
   * @param firstDay of the source, in days since the epoch
   * @param startLevel mean daily sales that a store-product's first stock is meant for
   */
  Replenished(
      Iterator<TimedEvent> source,
      StoreClock clock,
      int firstDay,
      int leadTimeDays,
      ToDoubleFunction<StoreProductKey> startLevel) {
    this.source = source;
    this.clock = clock;
    this.reviewDay = firstDay;
    this.leadTimeDays = leadTimeDays;
    this.startLevel = startLevel;
  }

  /** Does what comes next in time: a delivery, the evening's review, or the event ahead. */
  @Override
  protected boolean step() {
    if (ahead == null && !source.hasNext()) {
      return false;
    }
    ahead = ahead == null ? source.next() : ahead;
    long review = clock.at(reviewDay, REVIEW_AT);
    long delivery = deliveries.isEmpty() ? Long.MAX_VALUE : deliveries.peek().at();
    if (delivery <= ahead.at() && delivery <= review) {
      receive(deliveries.remove());
    } else if (review <= ahead.at()) {
      shelves.forEach((key, shelf) -> review(key, shelf, review));
      reviewDay++;
    } else {
      take(ahead);
      ahead = null;
    }
    return true;
  }

  private void receive(Delivery delivery) {
    shelves.get(delivery.key()).received(delivery.quantity());
    add(
        Facts.about(Event.of(EventType.RECEIPT), "receipt", delivery.key(), delivery.at())
            .with(Field.QUANTITY, delivery.quantity())
            .with(Field.ORDER_ID, delivery.orderId()),
        delivery.at());
  }

  private void review(StoreProductKey key, Shelf shelf, long at) {
    boolean turn = Math.floorMod(reviewDay + key.hashCode(), COUNT_EVERY_DAYS) == 0;
    if (shelf.isWorthCounting(turn)) {
      count(key, shelf, at);
    }
    long quantity = shelf.endDay(leadTimeDays);
    if (quantity > 0) {
      String orderId = "order-" + reviewDay;
      int expected = reviewDay + Math.max(1, leadTimeDays);
      add(
          Facts.about(Event.of(EventType.ORDER), "order", key, at)
              .with(Field.ORDER_ID, orderId)
              .with(Field.QUANTITY, quantity)
              .with(Field.EXPECTED_ON, expected),
          at);
      deliveries.add(new Delivery(clock.at(expected, RECEIPT_AT), key, orderId, quantity));
    }
  }

  private void count(StoreProductKey key, Shelf shelf, long at) {
    add(
        Facts.about(Event.of(EventType.COUNT), "count", key, at)
            .with(Field.QUANTITY, shelf.count()),
        at);
  }

  private void take(TimedEvent timed) {
    Event event = timed.event();
    if (!event.type().isStoreLevel()) {
      StoreProductKey key = StoreProductKey.of(event);
      Shelf shelf = shelves.get(key);
      if (shelf == null && movesStock(event.type())) {
        shelf = new Shelf(startLevel.applyAsDouble(key), leadTimeDays);
        shelves.put(key, shelf);
        count(key, shelf, timed.at());
      }
      if (shelf != null) {
        move(shelf, event, timed.at());
      }
    }
    add(timed);
  }

  private static boolean movesStock(EventType type) {
    return type == EventType.SALE || type == EventType.RETURN || type == EventType.ADJUST;
  }

  private void move(Shelf shelf, Event event, long at) {
    switch (event.type()) {
      case SALE -> {
        shelf.sold(event.quantity());
        recent.add(event.eventId(), event.quantity(), at);
      }
      case VOID -> shelf.soldNot(recent.take(event.text(Field.VOIDS_EVENT_ID)));
      case RETURN, ADJUST -> shelf.moved(event.quantity());
      default -> {
        return;
      }
    }
  }

  private void add(Event.Builder event, long at) {
    add(TimedEvent.of(event, at));
  }
}
