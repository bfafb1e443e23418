package io.shelfcast.demand;

import io.shelfcast.event.EventType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The repair window of one store-product folded anew from its journal when more is known of its
 * store: a corrected zone moves events to other business days, and closed days may be planned anew.
 */
final class WindowRefold {
  private final Memory memory;
  private final RepairWindow window;
  private final Sales sales;
  private final DayClose close;

  WindowRefold(Memory memory, RepairWindow window, Sales sales, DayClose close) {
    this.memory = memory;
    this.window = window;
    this.sales = sales;
    this.close = close;
  }

  /** Follows the store's facts if they changed since they were last followed. */
  void follow(StoreFacts store) {
    HotState hot = memory.hot();
    ZoneId before = hot.zone;
    boolean sameZone = store.zone().equals(before);
    if (sameZone && hot.storeRevision == store.revision()) {
      return;
    }
    hot.storeRevision = store.revision();
    hot.zone = store.zone();
    if (hot.isNew()) {
      return;
    }
    if (!sameZone) {
      refold(before, store);
    }
    window.closedDaysChanged();
    close.again(store);
  }

  private void refold(ZoneId before, StoreFacts store) {
    HotState hot = memory.hot();
    List<JournalEntry> entries = new ArrayList<>();
    memory.journal().forEach((at, entry) -> entries.add(entry));
    int lastDay = hot.closedThrough;
    for (JournalEntry entry : entries) {
      lastDay = entry.isMark() ? lastDay : Math.max(lastDay, dayOf(entry, store));
    }
    close.through(lastDay - 1, store);
    for (int day = window.oldestKnown(); day <= hot.openDay(); day++) {
      window.totals(day).clearEvents();
    }
    /* The journal reaches back beyond the window, where entries stay on the days they are on. */
    entries.removeIf(entry -> StoreFacts.businessDay(entry.stamp().at(), before) < window.start());
    for (JournalEntry entry : entries) {
      int day = Math.max(window.start(), dayOf(entry, store));
      if (entry.type() == EventType.SALE) {
        sales.addAgain(entry, day);
      } else if (entry.type() == EventType.AVAILABILITY) {
        window.addReported(entry, day, store);
      }
    }
  }

  private static int dayOf(JournalEntry entry, StoreFacts store) {
    return store.businessDay(entry.stamp().at());
  }
}
