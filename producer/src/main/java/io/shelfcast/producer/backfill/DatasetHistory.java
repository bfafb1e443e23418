package io.shelfcast.producer.backfill;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.replay.Introductions;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.replay.PromotionPlans;
import io.shelfcast.producer.replay.StoreCalendar;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * A data set as history: its days, and the facts a replay would have told on them. Holds one day,
 * and the names of the store-products met.
 */
public final class DatasetHistory implements Rows<History.Day> {
  private static final int LONGEST_SOURCE = 64;

  private final DailySeries series;
  private final StoreClock clock;
  private final Rows<DailyRow> rows;
  private final Rows<TimedEvent> plans;
  private final Timeline told;
  private final Introductions introductions;
  private TimedEvent fact;
  private DailyRow row;
  private int day;

  private DatasetHistory(DailySeries series, PolicyTerms terms, LineTally tally) {
    this.series = series;
    introductions = new Introductions(terms);
    clock = new StoreClock(series.place().zone());
    rows = series.byDay(tally);
    plans = PromotionPlans.of(series);
    told = Timeline.merge(List.of(StoreCalendar.of(series), plans));
    day = series.overview().firstDay();
    nextFact();
    nextRow();
  }

  /**
   * Reads a series as history.
   *
   * @param tally takes the fate of each line
   */
  public static History of(DailySeries series, PolicyTerms terms, LineTally tally) {
    StoreClock clock = new StoreClock(series.place().zone());
    return new History(
        sourceOf(series.name()), storeId -> clock, new DatasetHistory(series, terms, tally));
  }

  /** The series' name in the letters that the lake takes in names of files. */
  private static String sourceOf(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
    String trimmed = plain.replaceAll("^[-_]+", "");
    String source = trimmed.isEmpty() ? "data" : trimmed;
    return source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
  }

  private void nextFact() {
    fact = told.hasNext() ? told.next() : null;
  }

  private void nextRow() {
    row = rows.hasNext() ? rows.next() : null;
  }

  @Override
  public boolean hasNext() {
    return day <= series.overview().lastDay();
  }

  @Override
  public History.Day next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<TimedEvent> facts = new ArrayList<>();
    List<DailyRow> sold = new ArrayList<>();
    long end = clock.startOf(day + 1);
    while (fact != null && fact.at() < end) {
      facts.add(fact);
      nextFact();
    }
    while (row != null && row.day() == day) {
      sold.add(row);
      introductions.tell(
          new StoreProductKey(row.storeId(), row.productId()),
          row.category(),
          clock.startOf(day),
          facts::add);
      nextRow();
    }
    return new History.Day(day++, facts, sold);
  }

  @Override
  public void close() {
    rows.close();
    plans.close();
  }
}
