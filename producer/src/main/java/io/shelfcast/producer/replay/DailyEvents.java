package io.shelfcast.producer.replay;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.HoursOfDay;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.EventIds;
import io.shelfcast.producer.timeline.HourlyProfile;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * Days of sales as events: each day's quantity in a few SALEs spread by {@link HourlyProfile}, or
 * hour by hour where the hours are known, and its stockouts as AVAILABILITY. The same row gives the
 * same events in every run. Holds the rows of one day.
 */
final class DailyEvents implements Rows<TimedEvent> {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** The hours in which the data sets watched the stock. */
  private static final int WATCHED_FROM = 6;

  private static final int WATCHED_TO = 22;
  private static final int WHOLE = 10_000;

  /**
   * An event to be.
   *
   * @param number n for the n-th of its kind that day
   * @param quantity of a SALE, or for an AVAILABILITY the share out of stock
   * @param from start of an AVAILABILITY's interval; else 0
   */
  private record Draft(DailyRow row, long at, int number, long quantity, long from) {
    boolean isStockout() {
      return from != 0;
    }
  }

  private static final Comparator<Draft> ORDER =
      Comparator.comparingLong(Draft::at)
          .thenComparing(draft -> draft.row().storeId())
          .thenComparing(draft -> draft.row().productId())
          .thenComparingInt(Draft::number);

  private final Rows<DailyRow> rows;
  private final StoreClock clock;
  private final int salesPerDay;
  private final Deque<Draft> ready = new ArrayDeque<>();
  private DailyRow ahead;

  /**
   * @param rows by day
   * @param salesPerDay most SALE events of a day whose hours are not known
   */
  DailyEvents(Rows<DailyRow> rows, StoreClock clock, int salesPerDay) {
    this.rows = rows;
    this.clock = clock;
    this.salesPerDay = salesPerDay;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && (ahead != null || rows.hasNext())) {
      readDay();
    }
    return !ready.isEmpty();
  }

  private void readDay() {
    List<Draft> drafts = new ArrayList<>();
    DailyRow row = ahead == null ? rows.next() : ahead;
    int day = row.day();
    long start = clock.startOf(day);
    while (row != null && row.day() == day) {
      if (row.hours() == null) {
        spread(row, start, drafts);
      } else {
        byTheHour(row, start, drafts);
      }
      row = rows.hasNext() ? rows.next() : null;
    }
    ahead = row;
    drafts.sort(ORDER);
    ready.addAll(drafts);
  }

  private void spread(DailyRow row, long start, List<Draft> drafts) {
    long grain = grain(row.quantity());
    long grains = row.quantity() / grain;
    int sales = (int) Math.min(grains, salesPerDay);
    SplittableRandom random = random(row);
    for (int i = 0; i < sales; i++) {
      long part = grains * (i + 1) / sales - grains * i / sales;
      double share = (i + random.nextDouble()) / sales;
      drafts.add(new Draft(row, start + HourlyProfile.momentOf(share), i, part * grain, 0));
    }
    if (row.stockoutShare() > 0) {
      addStockout(row, start, WATCHED_FROM, WATCHED_TO, row.stockoutShare(), drafts);
    }
  }

  private static void byTheHour(DailyRow row, long start, List<Draft> drafts) {
    SplittableRandom random = random(row);
    HoursOfDay hours = row.hours();
    int from = WATCHED_FROM;
    for (int hour = 0; hour < HoursOfDay.HOURS; hour++) {
      long within = (long) (random.nextDouble() * HOUR);
      if (hours.sold()[hour] > 0) {
        drafts.add(new Draft(row, start + hour * HOUR + within, hour, hours.sold()[hour], 0));
      }
      boolean watched = hour >= WATCHED_FROM && hour < WATCHED_TO;
      from = watched && hours.isOut(hour) ? from : hour + 1;
      boolean last = hour + 1 == WATCHED_TO || watched && !hours.isOut(hour + 1);
      if (watched && hours.isOut(hour) && last) {
        addStockout(row, start, from, hour + 1, WHOLE, drafts);
        from = hour + 1;
      }
    }
  }

  /** Known at the end of the interval, and counted to the day in which it ends. */
  private static void addStockout(
      DailyRow row, long start, int fromHour, int toHour, int share, List<Draft> drafts) {
    drafts.add(new Draft(row, start + toHour * HOUR - 1, fromHour, share, start + fromHour * HOUR));
  }

  /**
   * The largest power of ten that divides the quantity, one unit at most: 0.6 kg sells by 100 g.
   */
  private static long grain(long quantity) {
    long grain = WHOLE;
    while (quantity % grain != 0) {
      grain /= 10;
    }
    return grain;
  }

  private static SplittableRandom random(DailyRow row) {
    long seed = row.storeId().hashCode() * 1_000_003L + row.productId().hashCode();
    return new SplittableRandom(seed * 1_000_003L + row.day());
  }

  @Override
  public TimedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Draft draft = ready.remove();
    return TimedEvent.of(draft.isStockout() ? stockout(draft) : sale(draft), draft.at());
  }

  private static Event.Builder sale(Draft draft) {
    DailyRow row = draft.row();
    Event.Builder event =
        start(EventType.SALE, draft, "")
            .with(Field.QUANTITY, draft.quantity())
            .with(Field.PROMOTION, row.isPromoted() ? 1 : 0);
    return row.unitPrice() < 0 ? event : event.with(Field.UNIT_PRICE, row.unitPrice());
  }

  private static Event.Builder stockout(Draft draft) {
    return start(EventType.AVAILABILITY, draft, "out")
        .with(Field.FROM, draft.from())
        .with(Field.TO, draft.at() + 1)
        .with(Field.STOCKOUT_SHARE, draft.quantity());
  }

  private static Event.Builder start(EventType type, Draft draft, String mark) {
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
