package io.shelfcast.producer.replay;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.EventIds;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Days of sales as events: each day's quantity in a few SALEs spread by {@link DaySpread}, or hour
 * by hour where the hours are known, and its stockouts as AVAILABILITY. The same row gives the same
 * events in every run. Holds the rows of one day.
 */
final class DailyEvents implements Rows<TimedEvent> {
  private final Rows<DailyRow> rows;
  private final StoreClock clock;
  private final DaySpread spread;
  private final Deque<DayDraft> ready = new ArrayDeque<>();
  private DailyRow ahead;

  /**
   * @param rows by day
   * @param salesPerDay most SALE events of a day whose hours are not known
   */
  DailyEvents(Rows<DailyRow> rows, StoreClock clock, int salesPerDay) {
    this.rows = rows;
    this.clock = clock;
    this.spread = new DaySpread(salesPerDay);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && (ahead != null || rows.hasNext())) {
      readDay();
    }
    return !ready.isEmpty();
  }

  private void readDay() {
    List<DayDraft> drafts = new ArrayList<>();
    DailyRow row = ahead == null ? rows.next() : ahead;
    int day = row.day();
    long start = clock.startOf(day);
    while (row != null && row.day() == day) {
      spread.add(row, start, drafts);
      row = rows.hasNext() ? rows.next() : null;
    }
    ahead = row;
    drafts.sort(DayDraft.ORDER);
    ready.addAll(drafts);
  }

  @Override
  public TimedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    DayDraft draft = ready.remove();
    return TimedEvent.of(draft.isStockout() ? stockout(draft) : sale(draft), draft.at());
  }

  private static Event.Builder sale(DayDraft draft) {
    DailyRow row = draft.row();
    Event.Builder event =
        start(EventType.SALE, draft, "")
            .with(Field.QUANTITY, draft.quantity())
            .with(Field.PROMOTION, row.isPromoted() ? 1 : 0);
    return row.unitPrice() < 0 ? event : event.with(Field.UNIT_PRICE, row.unitPrice());
  }

  private static Event.Builder stockout(DayDraft draft) {
    return start(EventType.AVAILABILITY, draft, "out")
        .with(Field.FROM, draft.from())
        .with(Field.TO, draft.at() + 1)
        .with(Field.STOCKOUT_SHARE, draft.quantity());
  }

  private static Event.Builder start(EventType type, DayDraft draft, String mark) {
    DailyRow row = draft.row();
    String day = LocalDate.ofEpochDay(row.day()).toString();
    return Event.of(type)
        .with(
            Field.EVENT_ID, EventIds.of(row.storeId(), row.productId(), day, mark + draft.number()))
        .with(Field.STORE_ID, row.storeId())
        .with(Field.PRODUCT_ID, row.productId())
        .with(Field.OCCURRED_AT, draft.at());
  }

  @Override
  public void close() {
    rows.close();
  }
}
