package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.stock.Policy;

/**
 * The way of a single event into one store-product: whether it is admitted, and what it changes.
 *
 * @see Backfill the way of a whole day
 */
final class EventIntake {
  private final Memory memory;
  private final RepairWindow window;
  private final StockLedger ledger;
  private final Sales sales;
  private final DayClose close;

  EventIntake(Memory memory, RepairWindow window, StockLedger ledger, Sales sales, DayClose close) {
    this.memory = memory;
    this.window = window;
    this.ledger = ledger;
    this.sales = sales;
    this.close = close;
  }

  /** Takes in an event of a business day, closing the days before it first. */
  Fate take(Event event, int day, StoreFacts store) {
    Stamp stamp = Stamp.of(event);
    JournalKey at = JournalKey.of(stamp);
    Fate fate = admit(event, day, at);
    if (fate != Fate.APPLIED) {
      return fate;
    }
    close.through(day - 1, store);
    memory.journal().put(at, change(event, stamp, day, store));
    if (day <= memory.hot().closedThrough) {
      window.totals(day);
      close.again(store);
    }
    return fate;
  }

  private Fate admit(Event event, int day, JournalKey at) {
    if (day < window.start() || isOnBackfilledDay(event, day)) {
      return Fate.TOO_OLD;
    }
    if (memory.journal().get(at) != null) {
      return Fate.DUPLICATE;
    }
    boolean fits =
        !event.has(Field.ORDER_ID) || memory.hot().orders.hasRoomFor(event.text(Field.ORDER_ID));
    return fits ? Fate.APPLIED : Fate.REFUSED;
  }

  /** A day that came whole from back-fill takes no single sales beside. */
  private boolean isOnBackfilledDay(Event event, int day) {
    switch (event.type()) {
      case VOID:
        int voidsDay = (int) event.number(Field.VOIDS_DAY);
        return voidsDay < window.start() || window.isBackfilled(voidsDay);
      case SALE:
      case AVAILABILITY:
        return window.isBackfilled(day);
      default:
        return false;
    }
  }

  /** Changes the state; returns what the journal is to hold of the event. */
  private JournalEntry change(Event event, Stamp stamp, int day, StoreFacts store) {
    JournalEntry entry = JournalEntry.of(event, stamp);
    HotState hot = memory.hot();
    switch (event.type()) {
      case SALE:
        return sales.take(entry, day);
      case VOID:
        return sales.takeVoid(event, stamp, store);
      case RETURN:
      case ADJUST:
        ledger.move(entry);
        break;
      case RECEIPT:
        ledger.move(entry);
        if (event.has(Field.ORDER_ID)) {
          hot.orders.receive(event, day);
        }
        break;
      case COUNT:
        ledger.count(entry);
        break;
      case ORDER:
        hot.orders.order(event, stamp, day);
        break;
      case AVAILABILITY:
        window.addReported(entry, day, store);
        break;
      default:
        learn(event, stamp, day);
    }
    return entry;
  }

  /** Takes in what is planned or known of the product rather than what happened to it. */
  private void learn(Event event, Stamp stamp, int day) {
    HotState hot = memory.hot();
    switch (event.type()) {
      case POLICY:
        if (hot.policy == null || stamp.isAfter(hot.policy.stamp())) {
          hot.policy = Policy.of(event, stamp);
        }
        break;
      case PROMOTION:
        hot.promotions.add(event, stamp, day);
        hot.forecastStale = true;
        break;
      case PRODUCT:
        if (stamp.isAfter(hot.product.stamp())) {
          hot.product = ProductFacts.of(event, stamp);
          hot.forecastStale = true;
        }
        break;
      default:
        throw new IllegalArgumentException(event.type() + " is not about a store-product");
    }
  }
}
