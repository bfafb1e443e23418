package io.shelfcast.trainer.backtest;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.producer.backfill.Backfill;
import io.shelfcast.producer.backfill.DatasetHistory;
import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.series.SpilledSeries;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Files of real sales as the trainer's histories, with the rows a back-fill would write. */
public final class SalesFiles {
  private static final String FRESHRETAIL_HOURS = "freshretail/hourly_2k.csv.gz";

  private SalesFiles() {}

  /** Data sets known by name, and their files within the folder that holds them all. */
  public enum Known {
    STORE_ITEM("store-item/train.csv.gz"),
    PASTA("pasta/hierarchical_sales_data.csv.gz"),
    FRESHRETAIL("freshretail/daily_10k.csv.gz"),
    ONLINE_RETAIL(
        "online-retail/online_retail_2009_2010.csv.gz",
        "online-retail/online_retail_2010_2011.csv.gz");

    private final List<String> files;

    Known(String... files) {
      this.files = List.of(files);
    }

    /** Its files below a folder. */
    public List<Path> in(Path folder) {
      return files.stream().map(folder::resolve).toList();
    }

    /** Those of its files that tell hours, where others tell days. */
    List<Path> hoursIn(Path folder) {
      return this == FRESHRETAIL ? List.of(folder.resolve(FRESHRETAIL_HOURS)) : in(folder);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Reads files.
   *
   * @param products only so many, those sold on most days; 0 for all
   * @throws io.shelfcast.producer.series.DatasetException if they cannot be used
   */
  public static SpilledSeries read(List<Path> files, int products, Progress progress) {
    Dataset dataset = Dataset.open(files, new SeriesFilter(null, null, products));
    LineTally lines = new LineTally();
    long rows = dataset.series().overview().rows();
    try (History history = DatasetHistory.of(dataset.series(), PolicyTerms.USUAL, lines);
        Progress.Stage stage = progress.stage("reading " + history.source(), rows)) {
      return SpilledSeries.of(
          dataset.series().name(),
          new Events(history, stage),
          rows,
          dataset.series().place().zone(),
          Long.MAX_VALUE);
    }
  }

  /** The events of a history, one after another. */
  private static final class Events implements Iterator<ArchivedEvent> {
    private final History history;
    private final Progress.Stage stage;
    private Iterator<ArchivedEvent> ofDay = Collections.emptyIterator();
    private long rows;

    Events(History history, Progress.Stage stage) {
      this.history = history;
      this.stage = stage;
    }

    @Override
    public boolean hasNext() {
      while (!ofDay.hasNext() && history.days().hasNext()) {
        History.Day day = history.days().next();
        ofDay = Backfill.events(history, day).iterator();
        rows += day.rows().size();
        stage.at(rows);
      }
      return ofDay.hasNext();
    }

    @Override
    public ArchivedEvent next() {
      return hasNext() ? ofDay.next() : Collections.<ArchivedEvent>emptyIterator().next();
    }
  }
}
