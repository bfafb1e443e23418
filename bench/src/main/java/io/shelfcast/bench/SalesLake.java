package io.shelfcast.bench;

import io.shelfcast.lake.Lake;
import io.shelfcast.producer.backfill.Backfill;
import io.shelfcast.producer.backfill.DatasetHistory;
import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.trainer.backtest.SalesFiles;
import java.nio.file.Path;

/** Real sales in a lake of their own. */
public final class SalesLake {
  private SalesLake() {}

  /**
   * Writes all of a data set.
   *
   * @param from the folder that holds the data sets
   * @param into the lake's root
   * @throws io.shelfcast.producer.series.DatasetException if it cannot be read
   */
  public static Lake backfilled(SalesFiles.Known sales, Path from, Path into) {
    Dataset dataset = Dataset.open(sales.in(from), new SeriesFilter(null, null, 0));
    Lake lake = Lake.open(into);
    new Backfill(lake::writeBackfill, day -> {})
        .write(DatasetHistory.of(dataset.series(), PolicyTerms.USUAL, new LineTally()));
    lake.refresh();
    return lake;
  }
}
