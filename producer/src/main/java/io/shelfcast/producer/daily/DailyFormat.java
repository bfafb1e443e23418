package io.shelfcast.producer.daily;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One way in which a file tells days of sales. */
interface DailyFormat {
  /** Short name for messages. */
  String name();

  /** Where the stores stand. */
  Place place();

  /** Reads the lines of one file, in the order in which they stand. */
  LineReader reader();

  /** Turns a line into rows. */
  interface LineReader {
    /**
     * @param rows takes each row the line tells, or that its place in the file tells
     * @throws BadLine if the line cannot be read; then it has given no row
     */
    void read(CsvRecord line, Consumer<DailyRow> rows) throws BadLine;
  }

  /** Finds the format by the header. */
  static Optional<DailyFormat> of(CsvFile file) {
    List<Function<CsvFile, Optional<DailyFormat>>> known =
        List.of(
            StoreItemFormat::of,
            FreshRetailDailyFormat::of,
            FreshRetailHourlyFormat::of,
            PastaFormat::of,
            PlainDailyFormat::of);
    return known.stream().flatMap(format -> format.apply(file).stream()).findFirst();
  }
}
