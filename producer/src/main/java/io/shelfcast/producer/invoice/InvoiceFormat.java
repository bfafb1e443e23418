package io.shelfcast.producer.invoice;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.Decimals;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads invoice lines under either of the two headers of the Online Retail sets. */
final class InvoiceFormat {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final CsvFile file;
  private final ZoneId zone;
  private final int invoice;
  private final int stockCode;
  private final int quantity;
  private final int date;
  private final int price;
  private final int customer;
  private final Map<String, String> products = new HashMap<>();
  private String lastTime = "";
  private LocalDateTime lastLocal;

  InvoiceFormat(CsvFile file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
    invoice = either("Invoice", "InvoiceNo");
    stockCode = file.column("StockCode");
    quantity = file.column("Quantity");
    date = file.column("InvoiceDate");
    price = either("Price", "UnitPrice");
    customer = either("Customer ID", "CustomerID");
  }

  static boolean matches(CsvFile file) {
    return file.hasColumns("StockCode", "Quantity", "InvoiceDate")
        && (file.hasColumns("Invoice", "Price", "Customer ID")
            || file.hasColumns("InvoiceNo", "UnitPrice", "CustomerID"));
  }

  private int either(String one, String other) {
    return file.column(one) >= 0 ? file.column(one) : file.column(other);
  }

  /** The time of a line, by the store's clock. */
  LocalDateTime time(CsvRecord line) throws BadLine {
    file.requireWhole(line);
    String cell = line.getField(date);
    if (!cell.equals(lastTime)) {
      try {
        lastLocal = LocalDateTime.parse(cell, TIME);
        lastTime = cell;
      } catch (DateTimeParseException e) {
        throw new BadLine("InvoiceDate '" + cell + "' is not a time as 2010-12-31 23:59:00");
      }
    }
    return lastLocal;
  }

  String invoice(CsvRecord line) throws BadLine {
    String cell = line.getField(invoice).trim();
    if (cell.isEmpty()) {
      throw new BadLine("Invoice is empty");
    }
    return cell;
  }

  InvoiceLine line(CsvRecord line, LocalDateTime time, int number) throws BadLine {
    long tenThousandths = Decimals.quantity("Quantity", line.getField(quantity));
    return new InvoiceLine(
        invoice(line),
        number,
        product(line.getField(stockCode)),
        tenThousandths / 10_000,
        minorUnits(line.getField(price)),
        time.atZone(zone).toInstant().toEpochMilli(),
        (int) time.toLocalDate().toEpochDay(),
        customer(line.getField(customer)));
  }

  private String product(String cell) throws BadLine {
    if (cell.isBlank()) {
      throw new BadLine("StockCode is empty");
    }
    return products.computeIfAbsent(cell, code -> code.trim().toUpperCase(Locale.ROOT));
  }

  /** Both files write the same customer, one as 17850 and the other as 17850.0. */
  private static String customer(String cell) {
    String name = cell.trim();
    return name.endsWith(".0") ? name.substring(0, name.length() - 2) : name;
  }

  private static long minorUnits(String cell) throws BadLine {
    Decimals.money("Price", cell);
    BigDecimal minor = Decimals.number("Price", cell).movePointRight(2).stripTrailingZeros();
    return minor.scale() > 0 ? InvoiceLine.TOO_FINE : minor.longValueExact();
  }
}
