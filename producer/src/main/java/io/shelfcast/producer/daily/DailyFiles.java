package io.shelfcast.producer.daily;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.LineFate;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Place;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.series.RowFilter;
import io.shelfcast.producer.series.RowSource;
import io.shelfcast.producer.series.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Files that all tell days of sales in one format. */
public final class DailyFiles implements RowSource {
  private record Part(CsvFile file, DailyFormat format) {}

  private final List<Part> parts;

  private DailyFiles(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * The files, or nothing if the first one's header is not that of daily sales.
   *
   * @throws DatasetException if the others have another format
   */
  public static Optional<RowSource> of(List<CsvFile> files) {
    List<Part> parts = new ArrayList<>();
    for (CsvFile file : files) {
      Optional<DailyFormat> format = DailyFormat.of(file);
      if (parts.isEmpty() && format.isEmpty()) {
        return Optional.empty();
      }
      if (format.isEmpty() || !format.get().getClass().equals(classOfFirst(parts, format.get()))) {
        throw new DatasetException(
            file.name() + " and " + files.get(0).name() + " have different headers.");
      }
      parts.add(new Part(file, format.get()));
    }
    return Optional.of(new DailyFiles(parts));
  }

  private static Class<?> classOfFirst(List<Part> parts, DailyFormat otherwise) {
    return parts.isEmpty() ? otherwise.getClass() : parts.get(0).format().getClass();
  }

  @Override
  public String name() {
    return parts.get(0).format().name();
  }

  @Override
  public Place place() {
    return parts.get(0).format().place();
  }

  @Override
  public Rows<DailyRow> read(RowFilter filter, LineTally tally) {
    return new Reading(filter, tally);
  }

  /** One pass over all files; holds the rows of one line. */
  private final class Reading extends ReadAhead<DailyRow> implements Rows<DailyRow> {
    private final RowFilter filter;
    private final LineTally tally;
    private final Deque<Part> ahead = new ArrayDeque<>(parts);
    private Part part;
    private Rows<CsvRecord> lines;
    private DailyFormat.LineReader reader;
    private LineFate fate;

    Reading(RowFilter filter, LineTally tally) {
      this.filter = filter;
      this.tally = tally;
    }

    @Override
    protected boolean step() {
      if (lines != null && lines.hasNext()) {
        read(lines.next());
      } else if (ahead.isEmpty()) {
        return false;
      } else {
        part = ahead.remove();
        lines = part.file().lines();
        reader = part.format().reader();
      }
      return true;
    }

    private void read(CsvRecord line) {
      tally.read();
      fate = LineFate.OUTSIDE_DATES;
      try {
        reader.read(line, this::take);
        tally.count(fate);
      } catch (BadLine e) {
        tally.unreadable(part.file().name(), line.getStartingLineNumber(), e.getMessage());
      }
    }

    private void take(DailyRow row) {
      if (!filter.hasDay(row.day())) {
        return;
      }
      if (!filter.hasProduct(row.productId())) {
        fate = fate == LineFate.OUTSIDE_DATES ? LineFate.OTHER_PRODUCT : fate;
        return;
      }
      boolean negative = row.quantity() < 0;
      boolean any = negative || fate == LineFate.NEGATIVE_AS_ZERO;
      fate = any ? LineFate.NEGATIVE_AS_ZERO : LineFate.DAY;
      add(negative ? withoutQuantity(row) : row);
    }

    private static DailyRow withoutQuantity(DailyRow row) {
      return new DailyRow.Draft(row.storeId(), row.productId(), row.day(), 0)
          .unitPrice(row.unitPrice())
          .discount(row.discount())
          .promotion(row.promotion())
          .stockoutShare(row.stockoutShare())
          .open(row.open())
          .holiday(row.holiday())
          .category(row.category())
          .row();
    }

    @Override
    public void close() {
      if (lines != null) {
        lines.close();
      }
    }
  }
}
