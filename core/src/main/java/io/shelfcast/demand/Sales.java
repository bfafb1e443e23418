package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;

/**
 * The sales of one store-product and the voids that take them back, whichever comes first. A void
 * leaves a mark in the journal where its sale is looked for, so that a sale which comes later finds
 * it.
 */
final class Sales {
  private final Memory memory;
  private final Journal journal;
  private final RepairWindow window;
  private final StockLedger ledger;

  Sales(Memory memory, RepairWindow window, StockLedger ledger) {
    this.memory = memory;
    this.journal = memory.journal();
    this.window = window;
    this.ledger = ledger;
  }

  /**
   * Takes in a sale.
   *
   * @return what the journal is to hold of it
   */
  JournalEntry take(JournalEntry sale, int day) {
    ledger.move(sale);
    memory.hot().forecastStale = true;
    return addUnlessVoided(sale, day);
  }

  /** Adds a sale of the journal to the totals of its day, which were cleared. */
  void addAgain(JournalEntry sale, int day) {
    if (!sale.isVoided() && !window.isBackfilled(day)) {
      JournalEntry now = addUnlessVoided(sale, day);
      if (now.isVoided()) {
        journal.put(JournalKey.of(sale.stamp()), now);
      }
    }
  }

  private JournalEntry addUnlessVoided(JournalEntry sale, int day) {
    if (isVoided(sale, day)) {
      return sale.voided();
    }
    add(sale, day, 1);
    return sale;
  }

  private void add(JournalEntry sale, int day, int sign) {
    window.totals(day).addSale(sale.quantity(), sale.unitPrice(), sale.isPromotion(), sign);
  }

  /** Whether a void that came earlier names this sale; if so, the goods are given back. */
  private boolean isVoided(JournalEntry sale, int day) {
    if (memory.hot().voidMarks == 0) {
      return false;
    }
    JournalEntry mark = journal.get(JournalKey.ofVoided(sale.stamp(), day));
    if (mark != null) {
      JournalEntry giveBack = JournalEntry.ofVoid(mark.stamp(), sale.quantity());
      journal.put(JournalKey.of(mark.stamp()), giveBack);
      ledger.move(giveBack);
    }
    return mark != null;
  }

  /**
   * Takes in a void. The earliest of a sale is the one that counts; others change nothing.
   *
   * @return what the journal is to hold of it
   */
  JournalEntry takeVoid(Event event, Stamp stamp, StoreFacts store) {
    int voidsDay = (int) event.number(Field.VOIDS_DAY);
    String saleId = event.text(Field.VOIDS_EVENT_ID);
    JournalKey markKey = JournalKey.ofVoided(Stamp.of(0, saleId), voidsDay);
    JournalEntry mark = journal.get(markKey);
    JournalEntry none = JournalEntry.ofVoid(stamp, 0);
    if (mark != null && !mark.stamp().isAfter(stamp)) {
      return none;
    }
    journal.put(markKey, JournalEntry.markOf(stamp));
    if (mark != null) {
      return replaceVoid(mark.stamp(), stamp);
    }
    memory.hot().voidMarks++;
    JournalKey saleKey = findSale(saleId, voidsDay);
    JournalEntry sale = saleKey == null ? null : journal.get(saleKey);
    if (sale == null || store.businessDay(sale.stamp().at()) != voidsDay) {
      return none;
    }
    journal.put(saleKey, sale.voided());
    add(sale, voidsDay, -1);
    memory.hot().forecastStale = true;
    JournalEntry giveBack = JournalEntry.ofVoid(stamp, sale.quantity());
    ledger.move(giveBack);
    return giveBack;
  }

  private JournalEntry replaceVoid(Stamp later, Stamp earlier) {
    JournalKey laterKey = JournalKey.of(later);
    JournalEntry was = journal.get(laterKey);
    JournalEntry now = JournalEntry.ofVoid(earlier, was.quantity());
    journal.put(laterKey, JournalEntry.ofVoid(later, 0));
    ledger.takeBack(was);
    ledger.move(now);
    return now;
  }

  /** A sale of a business day lies on that UTC day or one beside it. */
  private JournalKey findSale(String eventId, int businessDay) {
    for (int day = businessDay - 1; day <= businessDay + 1; day++) {
      JournalKey at = JournalKey.of(day, eventId);
      JournalEntry found = journal.get(at);
      if (found != null && found.type() == EventType.SALE && !found.isVoided()) {
        return at;
      }
    }
    return null;
  }
}
