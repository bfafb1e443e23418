package io.shelfcast.trainer.backtest;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.Fate;
import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.replay.Replay;
import io.shelfcast.producer.replay.ReplayOptions;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.series.SpilledSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/**
 * Files that tell when within the day each sale was made, as the trainer's histories: with the
 * events that a replay would send, arrived when it would send them.
 */
public final class HourlyFiles {
  /** Rows of the files by which the number of events is reckoned: days sell in several hours. */
  private static final int EVENTS_A_DAY = 8;

  /** Ticks at the start and at the end suffice to say how far time has come. */
  private static final Duration TICK_EVERY = Duration.ofDays(10_000);

  private static final ReplayOptions PLAIN =
      new ReplayOptions(
          PolicyTerms.USUAL,
          false,
          1,
          TICK_EVERY,
          ReplayOptions.USUAL_CLOSE_AFTER,
          Disturbance.NONE);

  private HourlyFiles() {}

  /**
   * Reads files.
   *
   * @param products only so many, those sold on most days; 0 for all
   * @throws DatasetException if they cannot be used, or tell whole days only
   */
  public static SpilledSeries read(List<Path> files, int products, Progress progress) {
    Dataset dataset = Dataset.open(files, new SeriesFilter(null, null, products));
    if (!hasHours(dataset)) {
      throw new DatasetException(
          dataset.series().name()
              + " tells whole days; forecasts within a day need sales by hour.");
    }
    long expected = EVENTS_A_DAY * dataset.series().overview().rows();
    try (Replay replay = new Replay(dataset, PLAIN, new LineTally());
        Progress.Stage stage = progress.stage("reading " + dataset.series().name(), expected)) {
      ZoneId zone = dataset.series().place().zone();
      return SpilledSeries.of(
          dataset.series().name(),
          new Arrivals(replay.timeline(), zone, stage),
          expected,
          zone,
          Long.MAX_VALUE);
    }
  }

  private static boolean hasHours(Dataset dataset) {
    if (dataset.invoices().isPresent()) {
      return true;
    }
    try (Rows<DailyRow> rows = dataset.series().byDay(new LineTally())) {
      return rows.hasNext() && rows.next().hours() != null;
    }
  }

  /** Events as the job would have archived them, had it read each at the instant of sending. */
  private static final class Arrivals implements Iterator<ArchivedEvent> {
    private final Iterator<TimedEvent> timeline;
    private final ZoneId zone;
    private final Progress.Stage stage;
    private long count;

    Arrivals(Iterator<TimedEvent> timeline, ZoneId zone, Progress.Stage stage) {
      this.timeline = timeline;
      this.zone = zone;
      this.stage = stage;
    }

    @Override
    public boolean hasNext() {
      return timeline.hasNext();
    }

    @Override
    public ArchivedEvent next() {
      TimedEvent timed = timeline.next();
      Event event = timed.event();
      Instant occurred = Instant.ofEpochMilli(event.occurredAt());
      int day = (int) occurred.atZone(zone).toLocalDate().toEpochDay();
      stage.at(++count);
      return new ArchivedEvent(
          event, Fate.APPLIED, ArchivedEvent.Origin.LIVE, timed.at(), day, count, 1);
    }
  }
}
