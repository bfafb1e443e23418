package io.shelfcast.producer.replay;

import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Overview;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.Disturbed;
import io.shelfcast.producer.timeline.StoreClock;
import io.shelfcast.producer.timeline.Ticks;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Timeline;
import java.util.Iterator;
import java.util.List;

/**
 * A data set as a timeline: facts, plans, sales, ticks, and by wish deliveries. The same files and
 * options give the same events. Read it once, in one thread, and close it.
 */
public final class Replay implements AutoCloseable {
  private final DailySeries series;
  private final Rows<TimedEvent> sales;
  private final Rows<TimedEvent> plans;
  private final Iterator<TimedEvent> timeline;
  private final long from;
  private final long to;

  /**
   * @param tally takes the fate of each line
   */
  public Replay(Dataset dataset, ReplayOptions options, LineTally tally) {
    series = dataset.series();
    Overview overview = series.overview();
    StoreClock clock = new StoreClock(series.place().zone());
    from = clock.startOf(overview.firstDay());
    to = clock.startOf(overview.lastDay() + 1) + options.closeAfter().toMillis();
    plans = PromotionPlans.of(series);
    sales =
        dataset
            .invoices()
            .map(invoices -> invoices.events(series.place().zone(), series.filter(), tally))
            .orElseGet(() -> DailyEvents.of(series.byDay(tally), clock, options.salesPerDay()));
    Iterator<TimedEvent> told =
        new Introduced(
            Timeline.merge(List.of(StoreCalendar.of(series), plans, sales)),
            overview,
            options.terms());
    if (options.stock()) {
      int leadTime = options.terms().leadTimeDays();
      StartLevels levels = StartLevels.of(series);
      told = new Replenished(told, clock, overview.firstDay(), leadTime, levels::of);
    }
    Ticks ticks = new Ticks(List.copyOf(overview.stores()), from, to, options.tickEvery());
    timeline = Timeline.merge(List.of(new Disturbed(told, options.disturbance(), to), ticks));
  }

  /** All events in the order of sending. */
  public Iterator<TimedEvent> timeline() {
    return timeline;
  }

  /** The first instant, in milliseconds since the epoch. */
  public long from() {
    return from;
  }

  /** The last instant, when every day has closed. */
  public long to() {
    return to;
  }

  public DailySeries series() {
    return series;
  }

  @Override
  public void close() {
    sales.close();
    plans.close();
  }
}
