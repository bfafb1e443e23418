package io.shelfcast.producer.invoice;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Place;
import io.shelfcast.producer.series.RowFilter;
import io.shelfcast.producer.series.RowSource;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.timeline.TimedEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The invoice lines of the Online Retail sets: one store, sold to the minute. */
public final class InvoiceFiles implements RowSource {
  /** The one store, since the sets have no column for it. */
  public static final String STORE = "uk";

  private static final Place UK = Place.of("Europe/London", "GB");

  private record Dated(CsvFile file, LocalDate firstDay) {}

  private final List<InvoiceReading.Part> parts;

  private InvoiceFiles(List<InvoiceReading.Part> parts) {
    this.parts = parts;
  }

  /**
   * The files, whatever order they are given in, or nothing if the first one's header is not that
   * of invoice lines.
   *
   * @throws DatasetException if the others have another format
   */
  public static Optional<InvoiceFiles> of(List<CsvFile> files) {
    if (files.isEmpty() || !InvoiceFormat.matches(files.get(0))) {
      return Optional.empty();
    }
    List<Dated> dated = new ArrayList<>();
    for (CsvFile file : files) {
      if (!InvoiceFormat.matches(file)) {
        throw new DatasetException(
            file.name() + " and " + files.get(0).name() + " have different headers.");
      }
      dated.add(new Dated(file, firstDay(file)));
    }
    dated.sort(Comparator.comparing(Dated::firstDay));
    List<InvoiceReading.Part> parts = new ArrayList<>();
    for (int i = 0; i < dated.size(); i++) {
      LocalDate end = i + 1 < dated.size() ? dated.get(i + 1).firstDay() : null;
      parts.add(new InvoiceReading.Part(dated.get(i).file(), end));
    }
    return Optional.of(new InvoiceFiles(parts));
  }

  private static LocalDate firstDay(CsvFile file) {
    InvoiceFormat format = new InvoiceFormat(file, UK.zone());
    try (Rows<CsvRecord> lines = file.lines()) {
      if (!lines.hasNext()) {
        throw new DatasetException(file.name() + " has a header and no line.");
      }
      return format.time(lines.next()).toLocalDate();
    } catch (BadLine e) {
      throw new DatasetException(file.name() + " line 2: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public String name() {
    return "online-retail";
  }

  @Override
  public Place place() {
    return UK;
  }

  /** Days on which a product was sold: sales less those taken back within two days. */
  @Override
  public Rows<DailyRow> read(RowFilter filter, LineTally tally) {
    return new InvoiceDays(reading(UK.zone(), filter, tally));
  }

  /** The lines as events, in the order of time. */
  public Rows<TimedEvent> events(ZoneId zone, RowFilter filter, LineTally tally) {
    return reading(zone, filter, tally).map(InvoiceEvents::of);
  }

  private InvoiceReading reading(ZoneId zone, RowFilter filter, LineTally tally) {
    return new InvoiceReading(parts, zone, filter, tally);
  }
}
