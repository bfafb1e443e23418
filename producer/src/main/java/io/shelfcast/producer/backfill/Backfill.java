package io.shelfcast.producer.backfill;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.ArchivedEvent.Origin;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.producer.replay.PromotionPlans;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.timeline.EventIds;
import io.shelfcast.producer.timeline.Progress;
import io.shelfcast.producer.timeline.StoreClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes history into the lake: one DAY row for each day of each store-product, and the facts told
 * on it. The same history gives the same rows, so that a second run replaces the first.
 */
public final class Backfill {
  /** Where a day's rows go: {@code lake::writeBackfill}. */
  public interface DayWriter {
    /**
     * Writes all rows of one business day, replacing what the same source wrote for it before.
     *
     * @param businessDay days since the epoch
     */
    void write(String source, int businessDay, Collection<ArchivedEvent> events);
  }

  /** What a back-fill wrote. */
  public record Written(int days, long dayRows, long facts) {}

  private final DayWriter writer;
  private final Progress progress;

  public Backfill(DayWriter writer, Progress progress) {
    this.writer = writer;
    this.progress = progress;
  }

  /** Writes all days of a history, which it closes. */
  public Written write(History history) {
    int days = 0;
    long dayRows = 0;
    long facts = 0;
    try (history) {
      while (history.days().hasNext()) {
        History.Day day = history.days().next();
        List<ArchivedEvent> events = events(history, day);
        if (!events.isEmpty()) {
          writer.write(history.source(), day.day(), events);
          days++;
        }
        dayRows += day.rows().size();
        facts += day.facts().size();
        progress.reached(TimeUnit.DAYS.toMillis(day.day()));
      }
    }
    return new Written(days, dayRows, facts);
  }

  /** The rows of one day of a history, as they stand in the lake. */
  public static List<ArchivedEvent> events(History history, History.Day day) {
    List<ArchivedEvent> events = new ArrayList<>(day.facts().size() + day.rows().size());
    day.facts().forEach(fact -> events.add(archived(fact.event(), fact.at(), day.day())));
    for (DailyRow row : day.rows()) {
      StoreClock clock = history.clock().apply(row.storeId());
      long end = clock.startOf(day.day() + 1);
      events.add(archived(event(row, end - 1), end, day.day()));
    }
    return events;
  }

  private static ArchivedEvent archived(Event event, long arrivedAt, int day) {
    return new ArchivedEvent(event, Fate.APPLIED, Origin.BACKFILL, arrivedAt, day, 0, 0);
  }

  private static Event event(DailyRow row, long at) {
    String date = LocalDate.ofEpochDay(row.day()).toString();
    Event.Builder event =
        Event.of(EventType.DAY)
            .with(Field.EVENT_ID, EventIds.of("backfill", row.storeId(), row.productId(), date))
            .with(Field.STORE_ID, row.storeId())
            .with(Field.PRODUCT_ID, row.productId())
            .with(Field.OCCURRED_AT, at)
            .with(Field.QUANTITY, row.quantity());
    add(event, Field.UNIT_PRICE, row.unitPrice());
    add(event, Field.PROMOTION, row.promotion());
    add(event, Field.DISCOUNT, PromotionPlans.discountOf(row));
    add(event, Field.STOCKOUT_SHARE, row.stockoutShare());
    add(event, Field.OPEN, row.open());
    return event.build();
  }

  private static void add(Event.Builder event, Field field, long value) {
    if (value != DailyRow.UNKNOWN) {
      event.with(field, value);
    }
  }
}
