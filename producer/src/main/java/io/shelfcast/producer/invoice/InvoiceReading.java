package io.shelfcast.producer.invoice;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.LineFate;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.ReadAhead;
import io.shelfcast.producer.series.RowFilter;
import io.shelfcast.producer.series.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * One pass over invoice files in the order of time, giving each line its fate. What a later file
 * tells too is left to that file: a line at or after the later file's first day is an overlap.
 */
final class InvoiceReading extends ReadAhead<InvoiceEntry> implements Rows<InvoiceEntry> {
  /** One file with the first day that belongs to the next one. */
  record Part(CsvFile file, LocalDate end) {}

  private final List<Part> parts;
  private final ZoneId zone;
  private final RowFilter filter;
  private final LineTally tally;
  private final RecentSales recent = new RecentSales();
  private final LineNumbers numbers = new LineNumbers();
  private int nextPart;
  private Part part;
  private InvoiceFormat format;
  private Rows<CsvRecord> lines;
  private LocalDateTime lastTime = LocalDateTime.MIN;

  InvoiceReading(List<Part> parts, ZoneId zone, RowFilter filter, LineTally tally) {
    this.parts = parts;
    this.zone = zone;
    this.filter = filter;
    this.tally = tally;
  }

  @Override
  protected boolean step() {
    if (lines != null && lines.hasNext()) {
      read(lines.next());
    } else if (nextPart == parts.size()) {
      return false;
    } else {
      part = parts.get(nextPart++);
      format = new InvoiceFormat(part.file(), zone);
      lines = part.file().lines();
    }
    return true;
  }

  /** Adds the entry of a line, unless its fate leaves nothing to tell. */
  private void read(CsvRecord cells) {
    tally.read();
    try {
      LocalDateTime time = format.time(cells);
      if (part.end() != null && !time.toLocalDate().isBefore(part.end())) {
        tally.count(LineFate.OVERLAP);
        return;
      }
      requireOrder(cells, time);
      int number = numbers.next(format.invoice(cells), time.toLocalDate());
      InvoiceEntry entry = judge(format.line(cells, time, number));
      tally.count(entry.fate());
      if (meansSomething(entry.fate())) {
        add(entry);
      }
    } catch (BadLine e) {
      tally.unreadable(part.file().name(), cells.getStartingLineNumber(), e.getMessage());
    }
  }

  private static boolean meansSomething(LineFate fate) {
    return switch (fate) {
      case NOT_A_PRODUCT, OUTSIDE_DATES, OTHER_PRODUCT, CONTRADICTORY -> false;
      default -> true;
    };
  }

  private void requireOrder(CsvRecord cells, LocalDateTime time) {
    if (time.isBefore(lastTime)) {
      throw new DatasetException(
          "%s line %d goes back in time; sort the file by InvoiceDate."
              .formatted(part.file().name(), cells.getStartingLineNumber()));
    }
    lastTime = time;
  }

  private InvoiceEntry judge(InvoiceLine line) {
    if (!filter.hasDay(line.day())) {
      return new InvoiceEntry(line, LineFate.OUTSIDE_DATES, null);
    }
    if (!StockCodes.isProduct(line.product())) {
      return new InvoiceEntry(line, LineFate.NOT_A_PRODUCT, null);
    }
    if (!filter.hasProduct(line.product())) {
      return new InvoiceEntry(line, LineFate.OTHER_PRODUCT, null);
    }
    if (isContradictory(line)) {
      return new InvoiceEntry(line, LineFate.CONTRADICTORY, null);
    }
    if (line.isCancellation()) {
      InvoiceLine sale = recent.takeMatch(line);
      return new InvoiceEntry(line, sale == null ? LineFate.RETURN : LineFate.VOID, sale);
    }
    if (line.units() < 0) {
      return new InvoiceEntry(line, LineFate.SHRINK, null);
    }
    LineFate fate = sale(line);
    if (fate != LineFate.FOUND) {
      recent.add(line);
    }
    return new InvoiceEntry(line, fate, null);
  }

  private static boolean isContradictory(InvoiceLine line) {
    return line.units() == 0
        || line.isCancellation() && line.units() > 0
        || line.hasPrice() && line.price() < 0;
  }

  private static LineFate sale(InvoiceLine line) {
    if (!line.hasPrice()) {
      return LineFate.SALE_WITHOUT_PRICE;
    }
    if (line.price() > 0) {
      return LineFate.SALE;
    }
    return line.customer().isEmpty() ? LineFate.FOUND : LineFate.GIVEN_AWAY;
  }

  @Override
  public void close() {
    if (lines != null) {
      lines.close();
    }
  }
}
