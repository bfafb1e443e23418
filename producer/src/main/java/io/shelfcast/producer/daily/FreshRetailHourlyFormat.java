package io.shelfcast.producer.daily;

import io.shelfcast.producer.series.BadLine;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.Decimals;
import io.shelfcast.producer.series.HoursOfDay;
import io.shelfcast.producer.series.Place;
import java.util.Optional;

/**
 * FreshRetailNet's hours: 24 sales and 24 stock states a line, 1 where the product was out of
 * stock. The day's share out of stock is that of the hours from 06 to 22, as in the daily file.
 */
final class FreshRetailHourlyFormat implements DailyFormat {
  private static final int WATCHED_FROM = 6;
  private static final int WATCHED_TO = 22;

  private final CsvFile file;

  private FreshRetailHourlyFormat(CsvFile file) {
    this.file = file;
  }

  static Optional<DailyFormat> of(CsvFile file) {
    return file.hasColumns("store_id", "product_id", "dt", "hours_sale", "hours_stock_status")
        ? Optional.of(new FreshRetailHourlyFormat(file))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "freshretail-hourly";
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
    int date = file.column("dt");
    int sales = file.column("hours_sale");
    int states = file.column("hours_stock_status");
    return (line, rows) -> {
      file.requireWhole(line);
      HoursOfDay hours = hours(line.getField(sales), line.getField(states));
      long total = 0;
      for (long sold : hours.sold()) {
        total += sold;
      }
      int watched = (1 << WATCHED_TO) - (1 << WATCHED_FROM);
      int hoursOut = Integer.bitCount(hours.outOfStock() & watched);
      rows.accept(
          new DailyRow.Draft(
                  names.of("store_id", line.getField(store)),
                  names.of("product_id", line.getField(product)),
                  Decimals.day("dt", line.getField(date)),
                  total)
              .stockoutShare(hoursOut * 10_000 / (WATCHED_TO - WATCHED_FROM))
              .hours(hours)
              .row());
    };
  }

  private static HoursOfDay hours(String sales, String states) throws BadLine {
    String[] cells = sales.trim().split(" +");
    if (cells.length != HoursOfDay.HOURS || states.length() != HoursOfDay.HOURS) {
      throw new BadLine("hours_sale and hours_stock_status need 24 hours each");
    }
    long[] sold = new long[HoursOfDay.HOURS];
    int outOfStock = 0;
    for (int hour = 0; hour < sold.length; hour++) {
      sold[hour] = Decimals.quantity("hours_sale", cells[hour]);
      if (sold[hour] < 0) {
        throw new BadLine("hours_sale " + cells[hour] + " is negative");
      }
      outOfStock |= states.charAt(hour) == '1' ? 1 << hour : 0;
    }
    return new HoursOfDay(sold, outOfStock);
  }
}
