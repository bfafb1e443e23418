package io.shelfcast.local;

import io.shelfcast.producer.backfill.DatasetHistory;
import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.replay.Replay;
import io.shelfcast.producer.replay.ReplayOptions;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Overview;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.TimedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of real sales: the first year is history, or the first half where there are less than two
 * years; the rest is replayed, with the deliveries and counts of a plain replenishment.
 */
final class RealSales implements Sales {
  private static final int HISTORY_DAYS = 366;
  private static final ReplayOptions OPTIONS =
      new ReplayOptions(
          PolicyTerms.USUAL,
          true,
          ReplayOptions.USUAL.salesPerDay(),
          Duration.ofHours(1),
          ReplayOptions.USUAL_CLOSE_AFTER,
          Disturbance.NONE);

  private final List<Path> files;
  private final int products;
  private final Overview overview;
  private final int firstLiveDay;
  private final Map<String, LineTally> lines = new TreeMap<>();
  private Replay replay;

  /**
   * @param products only so many, those sold on most days; 0 for all
   */
  RealSales(List<Path> files, int products) {
    this.files = files;
    this.products = products;
    overview = Dataset.open(files, new SeriesFilter(null, null, products)).series().overview();
    int days = overview.lastDay() - overview.firstDay() + 1;
    firstLiveDay = overview.firstDay() + Math.min(HISTORY_DAYS, days / 2);
  }

  @Override
  public String described() {
    return String.format(
        "%d products in %d stores from %s to %s, live from %s",
        overview.products(),
        overview.stores().size(),
        LocalDate.ofEpochDay(overview.firstDay()),
        LocalDate.ofEpochDay(overview.lastDay()),
        LocalDate.ofEpochDay(firstLiveDay));
  }

  @Override
  public long storeProducts() {
    return (long) overview.products() * overview.stores().size();
  }

  @Override
  public History history() {
    SeriesFilter past = new SeriesFilter(null, LocalDate.ofEpochDay(firstLiveDay - 1), products);
    return DatasetHistory.of(
        Dataset.open(files, past).series(), OPTIONS.terms(), tally("backfilled"));
  }

  @Override
  public int firstDay() {
    return overview.firstDay();
  }

  @Override
  public int firstLiveDay() {
    return firstLiveDay;
  }

  @Override
  public Iterator<TimedEvent> timeline() {
    SeriesFilter live = new SeriesFilter(LocalDate.ofEpochDay(firstLiveDay), null, products);
    replay = new Replay(Dataset.open(files, live), OPTIONS, tally("replayed"));
    return replay.timeline();
  }

  private LineTally tally(String purpose) {
    return lines.computeIfAbsent(purpose, any -> new LineTally());
  }

  @Override
  public Map<String, LineTally> lines() {
    return lines;
  }

  @Override
  public void close() {
    if (replay != null) {
      replay.close();
    }
  }
}
