package io.shelfcast.producer.daily;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Decimals;
import io.shelfcast.producer.series.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The Italian grocery's wide file: a line a day, a {@code QTY_} and a {@code PROMO_} column a
 * product. Days without a line are days the one store was shut; the brand is the category.
 */
final class PastaFormat implements DailyFormat {
  static final String STORE = "pasta";

  private static final String QUANTITY = "QTY_";
  private static final String PROMOTION = "PROMO_";

  /** A product with the positions of its columns. */
  private record Product(String id, String brand, int quantity, int promotion) {}

  private final CsvFile file;
  private final List<Product> products;

  private PastaFormat(CsvFile file, List<Product> products) {
    this.file = file;
    this.products = products;
  }

  static Optional<DailyFormat> of(CsvFile file) {
    if (file.column("DATE") != 0) {
      return Optional.empty();
    }
    List<Product> products = new ArrayList<>();
    for (int i = 1; i < file.header().size(); i++) {
      String column = file.header().get(i).toUpperCase(Locale.ROOT);
      if (column.startsWith(QUANTITY)) {
        String id = column.substring(QUANTITY.length());
        products.add(new Product(id, id.split("_")[0], i, file.column(PROMOTION + id)));
      }
    }
    boolean whole = !products.isEmpty() && products.stream().allMatch(p -> p.promotion() > 0);
    return whole ? Optional.of(new PastaFormat(file, products)) : Optional.empty();
  }

  @Override
  public String name() {
    return "pasta";
  }

  @Override
  public Place place() {
    return Place.of("Europe/Rome", "IT");
  }

  @Override
  public LineReader reader() {
    return new LineReader() {
      private int lastDay = Integer.MAX_VALUE;

      @Override
      public void read(CsvRecord line, Consumer<DailyRow> rows) throws BadLine {
        file.requireWhole(line);
        int day = Decimals.day("DATE", line.getField(0));
        if (lastDay != Integer.MAX_VALUE && day <= lastDay) {
          throw new BadLine("DATE " + line.getField(0) + " is not after the line before it");
        }
        List<DailyRow> found = new ArrayList<>(products.size());
        for (Product product : products) {
          found.add(row(line, product, day));
        }
        for (int closed = lastDay; closed < day - 1; ) {
          closed++;
          shut(closed, rows);
        }
        found.forEach(rows);
        lastDay = day;
      }
    };
  }

  private void shut(int day, Consumer<DailyRow> rows) {
    for (Product product : products) {
      rows.accept(
          new DailyRow.Draft(STORE, product.id(), day, 0)
              .promotion(0)
              .open(0)
              .category(product.brand())
              .row());
    }
  }

  private static DailyRow row(CsvRecord line, Product product, int day) throws BadLine {
    return new DailyRow.Draft(
            STORE,
            product.id(),
            day,
            Decimals.quantity(QUANTITY + product.id(), line.getField(product.quantity())))
        .promotion(Decimals.flag(PROMOTION + product.id(), line.getField(product.promotion())))
        .open(1)
        .category(product.brand())
        .row();
  }
}
