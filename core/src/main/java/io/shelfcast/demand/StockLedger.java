package io.shelfcast.demand;

import io.shelfcast.event.EventType;
import io.shelfcast.stock.OnHand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The stock on hand of one store-product: the newest count and the movements after it. It is kept
 * for now and for where the repair window begins; between the two it is folded from the journal.
 */
final class StockLedger {
  private final Memory memory;

  StockLedger(Memory memory) {
    this.memory = memory;
  }

  /** Moves the stock, unless a later count has already seen the movement. */
  void move(JournalEntry entry) {
    moveIfCounts(entry, entry.movement());
  }

  /** Takes a movement back. */
  void takeBack(JournalEntry entry) {
    moveIfCounts(entry, -entry.movement());
  }

  private void moveIfCounts(JournalEntry entry, long movement) {
    if (entry.stamp().isAfter(memory.hot().newestCount)) {
      memory.hot().stock.move(movement);
    }
  }

  /** Takes in a count, and on top of it what moved later but came earlier. */
  void count(JournalEntry count) {
    HotState hot = memory.hot();
    if (!count.stamp().isAfter(hot.newestCount)) {
      return;
    }
    hot.newestCount = count.stamp();
    hot.stock.count(count.quantity());
    if (hot.newestAt >= count.stamp().at()) {
      memory
          .journal()
          .forEach(
              (at, entry) -> {
                if (entry.stamp().isAfter(count.stamp())) {
                  hot.stock.move(entry.movement());
                }
              });
    }
  }

  /** For closed days from the given one on: sets the share of trading hours it was empty. */
  void judgeDays(int firstDay, StoreFacts store) {
    List<JournalEntry> changes = new ArrayList<>();
    memory
        .journal()
        .forEach(
            (at, entry) -> {
              if (isChange(entry)) {
                changes.add(entry);
              }
            });
    judgeDays(firstDay, store, changes);
  }

  /** Whether an entry of the journal is about stock. */
  static boolean isChange(JournalEntry entry) {
    return !entry.isMark() && entry.touchesStock();
  }

  /**
   * The same, given what the journal holds.
   *
   * @param changes all entries for which {@link #isChange} holds; they are put in order
   */
  void judgeDays(int firstDay, StoreFacts store, List<JournalEntry> changes) {
    HotState hot = memory.hot();
    if (!hot.stock.isKnown() && !hot.stockAtWindow.isKnown()) {
      return;
    }
    EmptyShelf empty = new EmptyShelf(firstDay, hot.closedThrough, store);
    OnHand onHand = hot.stockAtWindow.copy();
    foldInto(onHand, changes, next -> empty.until(next.stamp().at(), onHand.isEmpty()));
    empty.until(store.startOf(hot.openDay()), onHand.isEmpty());
    for (int day = firstDay; day <= hot.closedThrough; day++) {
      memory.history().repair(day, hot.closedThrough).setLedgerOut(empty.share(day));
    }
  }

  /** Folds changes that leave the journal into the stock where the window begins. */
  void settle(List<JournalEntry> changes) {
    foldInto(memory.hot().stockAtWindow, changes, entry -> {});
  }

  private static void foldInto(
      OnHand onHand, List<JournalEntry> entries, Consumer<JournalEntry> beforeEach) {
    entries.sort((x, y) -> x.stamp().compareTo(y.stamp()));
    for (JournalEntry entry : entries) {
      beforeEach.accept(entry);
      if (entry.type() == EventType.COUNT) {
        onHand.count(entry.quantity());
      } else {
        onHand.move(entry.movement());
      }
    }
  }
}
