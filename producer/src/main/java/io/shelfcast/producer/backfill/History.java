package io.shelfcast.producer.backfill;

import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.List;
import java.util.function.Function;

/**
 * What is known of the past, day by day.
 *
 * @param source names where it comes from; a second back-fill from there replaces the first
 * @param clock of a store, by its id
 * @param days ascending; to be read once and closed
 */
public record History(String source, Function<String, StoreClock> clock, Rows<Day> days)
    implements AutoCloseable {
  /**
   * One business day.
   *
   * @param day days since the epoch
   * @param facts about stores, products, terms and plans that were told on this day
   * @param rows the day's sales
   */
  public record Day(int day, List<TimedEvent> facts, List<DailyRow> rows) {}

  @Override
  public void close() {
    days.close();
  }
}
