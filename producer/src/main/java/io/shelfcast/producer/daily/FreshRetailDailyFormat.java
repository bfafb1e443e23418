package io.shelfcast.producer.daily;

import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Decimals;
import io.shelfcast.producer.series.Place;
import java.util.Optional;

/**
 * FreshRetailNet's days: sales with the number of hours out of stock between 06 and 22, the price
 * paid as a share of the full one (its column {@code discount}), holidays and promotions.
 */
final class FreshRetailDailyFormat implements DailyFormat {
  /** The hours of a day in which the set watched the stock. */
  private static final int WATCHED_HOURS = 16;

  private static final int WHOLE = 10_000;

  private final CsvFile file;

  private FreshRetailDailyFormat(CsvFile file) {
    this.file = file;
  }

  static Optional<DailyFormat> of(CsvFile file) {
    return file.hasColumns(
            "store_id",
            "product_id",
            "category_id",
            "dt",
            "sale_amount",
            "stockout_hours_6_22",
            "discount",
            "holiday_flag",
            "activity_flag")
        ? Optional.of(new FreshRetailDailyFormat(file))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "freshretail";
  }

  @Override
  public Place place() {
    return Place.of("Asia/Shanghai", "CN");
  }

  @Override
  public LineReader reader() {
    Names names = new Names();
    int store = file.column("store_id");
    int product = file.column("product_id");
    int category = file.column("category_id");
    int date = file.column("dt");
    int amount = file.column("sale_amount");
    int hoursOut = file.column("stockout_hours_6_22");
    int price = file.column("discount");
    int holiday = file.column("holiday_flag");
    int promotion = file.column("activity_flag");
    return (line, rows) -> {
      file.requireWhole(line);
      long hours = Decimals.quantity("stockout_hours_6_22", line.getField(hoursOut)) / WHOLE;
      rows.accept(
          new DailyRow.Draft(
                  names.of("store_id", line.getField(store)),
                  names.of("product_id", line.getField(product)),
                  Decimals.day("dt", line.getField(date)),
                  Decimals.quantity("sale_amount", line.getField(amount)))
              .discount(WHOLE - Decimals.share("discount", line.getField(price)))
              .promotion(Decimals.flag("activity_flag", line.getField(promotion)))
              .holiday(Decimals.flag("holiday_flag", line.getField(holiday)))
              .stockoutShare((int) Math.min(WHOLE, hours * WHOLE / WATCHED_HOURS))
              .category(names.of("category_id", line.getField(category)))
              .row());
    };
  }
}
