package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreProduct;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import io.shelfcast.trainer.series.SpilledSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HourlyFilesTest {
  private static final int DAY = (int) LocalDate.of(2024, 3, 28).toEpochDay();

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("sales.csv"), List.of(lines));
  }

  private static String line(String date, int outFrom, int outTo) {
    StringBuilder sold = new StringBuilder();
    StringBuilder out = new StringBuilder();
    for (int hour = 0; hour < 24; hour++) {
      sold.append(hour == 9 ? "1.5" : hour == 15 ? "0.4" : "0.0").append(hour < 23 ? " " : "");
      out.append(hour >= outFrom && hour < outTo ? 1 : 0);
    }
    return "7,4," + date + "," + sold + "," + out;
  }

  @Test
  void salesStandAtTheirHoursAndADayShortOfStockIsNoDemand() throws IOException {
    Path file =
        file(
            "store_id,product_id,dt,hours_sale,hours_stock_status",
            line("2024-03-28", 0, 0),
            line("2024-03-29", 18, 20),
            line("2024-03-30", 0, 0));
    try (SpilledSeries source = HourlyFiles.read(List.of(file), 0, Progress.SILENT)) {
      assertEquals(DAY, source.firstDay());
      assertEquals(DAY + 2, source.lastDay());
      source.part(0, series -> assertHours(series, source.end()));
    }
  }

  private static void assertHours(Series series, long end) {
    DailyTruth truth = DailyTruth.of(series, end);
    assertEquals(1.9, truth.fullDemand(DAY), 1e-9);
    assertTrue(Double.isNaN(truth.fullDemand(DAY + 1)));
    assertEquals(1.9, truth.fullDemand(DAY + 2), 1e-9);
    SeriesReplay replay = new SeriesReplay(series);
    long midnight = series.store().latest().startOf(DAY + 2);
    replay.advanceTo(midnight + Duration.ofHours(9).toMillis());
    StoreProduct product = replay.product();
    assertEquals(DAY + 2, product.openDay());
    assertEquals(0, product.today().units());
    replay.advanceTo(midnight + Duration.ofHours(13).toMillis());
    assertEquals(15_000, product.today().units());
    replay.advanceTo(midnight + Duration.ofHours(17).toMillis());
    assertEquals(19_000, product.today().units());
  }

  @Test
  void filesThatTellWholeDaysAreRefused() throws IOException {
    Path file = file("date,storeId,productId,quantity", "2024-03-28,s,p,3");
    DatasetException refused =
        assertThrows(
            DatasetException.class, () -> HourlyFiles.read(List.of(file), 0, Progress.SILENT));
    assertTrue(refused.getMessage().contains("need sales by hour"), refused.getMessage());
  }
}
