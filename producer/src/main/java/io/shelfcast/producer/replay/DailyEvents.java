package io.shelfcast.producer.replay;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.EventIds;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of sales as events: each day's quantity in a few SALEs spread by {@link DaySpread}, or hour
 * by hour where the hours are known, and its stockouts as AVAILABILITY. The same row gives the same
 * events in every run. Holds the rows of one day.
 */
final class DailyEvents extends ReadAhead<DayDraft> implements Rows<DayDraft> {
  private final Rows<DailyRow> rows;
  private final StoreClock clock;
  private final DaySpread spread;
  private DailyRow ahead;

  private DailyEvents(Rows<DailyRow> rows, StoreClock clock, int salesPerDay) {
    this.rows = rows;
    this.clock = clock;
    this.spread = new DaySpread(salesPerDay);
  }

  /**
   * The events of some days.
   *
   * @param rows by day
   * @param salesPerDay most SALE events of a day whose hours are not known
   */
  static Rows<TimedEvent> of(Rows<DailyRow> rows, StoreClock clock, int salesPerDay) {
    return new DailyEvents(rows, clock, salesPerDay).map(DailyEvents::event);
  }

  @Override
  protected boolean step() {
    if (ahead == null && !rows.hasNext()) {
      return false;
    }
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
    drafts.forEach(this::add);
    return true;
  }

  private static TimedEvent event(DayDraft draft) {
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
