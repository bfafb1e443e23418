package io.shelfcast.producer.daily;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Decimals;
import io.shelfcast.producer.series.Place;
import java.util.Optional;

/**
 * {@code date,storeId,productId,quantity} with any of {@code
 * unitPrice,promotion,stockoutShare,open,holiday,category}, in any order: anybody's own data. Other
 * columns are not read; an empty cell is unknown; quantity and price are rounded to the units of
 * events.
 */
final class PlainDailyFormat implements DailyFormat {
  private final CsvFile file;

  private PlainDailyFormat(CsvFile file) {
    this.file = file;
  }

  static Optional<DailyFormat> of(CsvFile file) {
    return file.hasColumns("date", "storeId", "productId", "quantity")
        ? Optional.of(new PlainDailyFormat(file))
        : Optional.empty();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public Place place() {
    return Place.of("UTC", "");
  }

  @Override
  public LineReader reader() {
    Names names = new Names();
    int date = file.column("date");
    int store = file.column("storeId");
    int product = file.column("productId");
    int quantity = file.column("quantity");
    return (line, rows) -> {
      file.requireWhole(line);
      DailyRow.Draft row =
          new DailyRow.Draft(
              names.of("storeId", line.getField(store)),
              names.of("productId", line.getField(product)),
              Decimals.day("date", line.getField(date)),
              Decimals.quantity("quantity", line.getField(quantity)));
      addOptional(line, row, names);
      rows.accept(row.row());
    };
  }

  private void addOptional(CsvRecord line, DailyRow.Draft row, Names names) throws BadLine {
    String price = cell(line, "unitPrice");
    if (!price.isEmpty()) {
      long minorUnits = Decimals.money("unitPrice", price);
      if (minorUnits < 0) {
        throw new BadLine("unitPrice " + price + " is negative");
      }
      row.unitPrice(minorUnits);
    }
    row.promotion(flag(line, "promotion")).open(flag(line, "open")).holiday(flag(line, "holiday"));
    String out = cell(line, "stockoutShare");
    if (!out.isEmpty()) {
      row.stockoutShare(Decimals.share("stockoutShare", out));
    }
    String category = cell(line, "category");
    if (!category.isEmpty()) {
      row.category(names.of("category", category));
    }
  }

  private int flag(CsvRecord line, String column) throws BadLine {
    String cell = cell(line, column);
    return cell.isEmpty() ? DailyRow.UNKNOWN : Decimals.flag(column, cell);
  }

  private String cell(CsvRecord line, String column) {
    int at = file.column(column);
    return at < 0 ? "" : line.getField(at).trim();
  }
}
