package io.shelfcast.producer.replay;

import io.shelfcast.producer.daily.DailyFiles;
import io.shelfcast.producer.invoice.InvoiceFiles;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.Place;
import io.shelfcast.producer.series.RowSource;
import io.shelfcast.producer.series.SeriesFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files of real sales, known by their headers.
 *
 * @param series the files as days of sales
 * @param invoices the files as invoice lines, where they are that; else empty
 */
public record Dataset(DailySeries series, Optional<InvoiceFiles> invoices) {
  /**
   * Finds the format and looks through the files once.
   *
   * @throws DatasetException if they cannot be used
   */
  public static Dataset open(List<Path> paths, SeriesFilter filter) {
    if (paths.isEmpty()) {
      throw new DatasetException("No file was named.");
    }
    List<CsvFile> files = paths.stream().map(CsvFile::open).toList();
    Optional<InvoiceFiles> invoices = InvoiceFiles.of(files);
    RowSource source =
        invoices
            .<RowSource>map(found -> found)
            .or(() -> DailyFiles.of(files))
            .orElseThrow(() -> unknown(files.get(0)));
    return new Dataset(DailySeries.open(source, filter), invoices);
  }

  /** The same data set with stores that stand elsewhere. */
  public Dataset at(Place elsewhere) {
    return new Dataset(series.at(elsewhere), invoices);
  }

  private static DatasetException unknown(CsvFile file) {
    String header = String.join(",", file.header());
    return new DatasetException(
        "%s has the header '%s', which is none that is known; name the columns %s."
            .formatted(
                file.name(),
                header.length() > 80 ? header.substring(0, 80) + "…" : header,
                "date,storeId,productId,quantity"));
  }
}
