package io.shelfcast.demand;

import io.shelfcast.event.Windows;
import java.util.ArrayList;
import java.util.List;

/**
 * The close of one store-product's days: the open day joins the history, the stock ledger says how
 * long its shelf was empty, and what left the repair window is forgotten.
 */
final class DayClose {
  private final Memory memory;
  private final RepairWindow window;
  private final StockLedger ledger;

  DayClose(Memory memory, RepairWindow window, StockLedger ledger) {
    this.memory = memory;
    this.window = window;
    this.ledger = ledger;
  }

  /**
   * Closes the open day and those after it, up to and including the given one. A day without sales
   * closes as zero, without stock as censored, with the store shut as closed. Does nothing if the
   * day is closed already or nothing was ever seen.
   */
  void through(int day, StoreFacts store) {
    HotState hot = memory.hot();
    if (hot.isNew() || day <= hot.closedThrough) {
      return;
    }
    if (day - hot.closedThrough > Windows.HISTORY_DAYS) {
      closeOpenDay(store);
      hot.closedThrough = day - Windows.HISTORY_DAYS;
      memory.history().skipTo(hot.closedThrough);
    }
    while (hot.closedThrough < day) {
      closeOpenDay(store);
    }
    window.closedDaysChanged();
  }

  private void closeOpenDay(StoreFacts store) {
    HotState hot = memory.hot();
    int closing = hot.openDay();
    plan(hot.today, closing, store);
    memory.history().append(closing, hot.today);
    hot.today = new DayTotals();
    hot.closedThrough = closing;
    judgeAndForget(closing, store);
  }

  /** Closes the closed days of the window once more: their plans and stockouts, anew. */
  void again(StoreFacts store) {
    HotState hot = memory.hot();
    for (int day = window.oldestKnown(); day <= hot.closedThrough; day++) {
      plan(window.totals(day), day, store);
    }
    ledger.judgeDays(window.oldestKnown(), store);
  }

  private void plan(DayTotals totals, int day, StoreFacts store) {
    totals.setPlan(store.isPlannedClosed(day), memory.hot().promotions.on(day).discount());
  }

  /**
   * Judges the stock of the day just closed, and folds into the window's start what can no longer
   * be repaired. The journal is read once for both: it is the dearest part of a close.
   */
  private void judgeAndForget(int closed, StoreFacts store) {
    HotState hot = memory.hot();
    int before = window.start() - 1;
    List<JournalKey> old = new ArrayList<>();
    List<JournalEntry> changes = new ArrayList<>();
    List<JournalEntry> oldChanges = new ArrayList<>();
    memory
        .journal()
        .forEach(
            (at, entry) -> {
              boolean isOld = at.day() < before;
              if (isOld) {
                old.add(at);
                hot.voidMarks -= entry.isMark() ? 1 : 0;
              }
              if (StockLedger.isChange(entry)) {
                (isOld ? oldChanges : changes).add(entry);
              }
            });
    changes.addAll(oldChanges);
    ledger.judgeDays(closed, store, changes);
    ledger.settle(oldChanges);
    old.forEach(memory.journal()::remove);
    hot.orders.forget(window.start());
    hot.promotions.forget(window.start());
  }
}
