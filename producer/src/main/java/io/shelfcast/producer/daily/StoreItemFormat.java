package io.shelfcast.producer.daily;

import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Decimals;
import io.shelfcast.producer.series.Place;
import java.util.Optional;

/** {@code date,store,item,sales}: the Store Item Demand Forecasting set. Its place is unknown. */
final class StoreItemFormat implements DailyFormat {
  private final CsvFile file;

  private StoreItemFormat(CsvFile file) {
    this.file = file;
  }

  static Optional<DailyFormat> of(CsvFile file) {
    return file.header().size() == 4 && file.hasColumns("date", "store", "item", "sales")
        ? Optional.of(new StoreItemFormat(file))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "store-item";
  }

  @Override
  public Place place() {
    return Place.of("UTC", "");
  }

  @Override
  public LineReader reader() {
    Names names = new Names();
    int date = file.column("date");
    int store = file.column("store");
    int item = file.column("item");
    int sales = file.column("sales");
    return (line, rows) -> {
      file.requireWhole(line);
      rows.accept(
          DailyRow.of(
              names.of("store", line.getField(store)),
              names.of("item", line.getField(item)),
              Decimals.day("date", line.getField(date)),
              Decimals.quantity("sales", line.getField(sales))));
    };
  }
}
