package io.shelfcast.producer.replay;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Rows;
import java.util.HashMap;
import java.util.Map;

/** What each store-product sells a day in its first four weeks: what a shop stocks up for. */
final class StartLevels {
  private static final int DAYS = 28;

  private static final class Start {
    int firstDay;
    long sold;
  }

  private final Map<StoreProductKey, Start> starts = new HashMap<>();

  private StartLevels() {}

  /** Reads the series once. */
  static StartLevels of(DailySeries series) {
    StartLevels levels = new StartLevels();
    try (Rows<DailyRow> rows = series.byDay(new LineTally())) {
      rows.forEachRemaining(levels::add);
    }
    return levels;
  }

  private void add(DailyRow row) {
    Start start =
        starts.computeIfAbsent(
            new StoreProductKey(row.storeId(), row.productId()),
            key -> {
              Start first = new Start();
              first.firstDay = row.day();
              return first;
            });
    start.sold += row.day() < start.firstDay + DAYS ? row.quantity() : 0;
  }

  /** Mean daily sales in 1/10,000 units. */
  double of(StoreProductKey key) {
    Start start = starts.get(key);
    return start == null ? 0 : start.sold / (double) DAYS;
  }
}
