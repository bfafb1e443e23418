package io.shelfcast.producer.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.producer.TestFiles;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.LineFate;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Place;
import io.shelfcast.producer.series.SeriesFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
  @TempDir Path folder;
  private final LineTally tally = new LineTally();

  private DailySeries open(SeriesFilter filter, String... lines) throws IOException {
    Path file = TestFiles.write(folder, "mine.csv", lines);
    return Dataset.open(List.of(file), filter).series();
  }

  private List<DailyRow> byDay(DailySeries series) {
    List<DailyRow> rows = new ArrayList<>();
    series.byDay(tally).forEachRemaining(rows::add);
    assertTrue(tally.isComplete());
    return rows;
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  @Test
  void aPlainFileMayNameItsColumnsInAnyOrderAndLeaveCellsEmpty() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "quantity,Date,productId,storeId,unitPrice,promotion,stockoutShare,open,holiday,category,x",
            "1.25,2024-02-29,tea,north,2.499,true,0.5,1,no,drinks,?",
            "0,2024-02-28,tea,north,,,,0,,,");
    List<DailyRow> rows = byDay(series);
    assertEquals(
        new DailyRow(
            "north", "tea", day("2024-02-29"), 12_500, 250, -1, 1, 5_000, 1, 0, "drinks", null),
        rows.get(1));
    assertTrue(rows.get(0).isClosed());
    assertEquals(DailyRow.UNKNOWN, rows.get(0).unitPrice());
    assertNull(rows.get(0).category());
    assertEquals(1, series.overview().closedDays("north").size());
  }

  @Test
  void rowsComeByDayOrBySeriesWhateverTheOrderOfTheFile() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "date,storeId,productId,quantity",
            "2024-01-02,b,p,4",
            "2024-01-01,b,p,3",
            "2024-01-02,a,p,2",
            "2024-01-01,a,p,1");
    assertEquals(
        List.of(10_000L, 30_000L, 20_000L, 40_000L),
        byDay(series).stream().map(DailyRow::quantity).toList());
    List<Long> bySeries = new ArrayList<>();
    series.bySeries().forEachRemaining(row -> bySeries.add(row.quantity()));
    assertEquals(List.of(10_000L, 20_000L, 30_000L, 40_000L), bySeries);
  }

  @Test
  void linesThatCannotBeReadAreCountedWithTheirReason() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "date,storeId,productId,quantity,open",
            "2024-01-01,a,p,1,1",
            "2024-13-01,a,p,1,1",
            "2024-01-02,a,p,many,1",
            "2024-01-02,a,p,1,perhaps",
            "2024-01-02,,p,1,1",
            "2024-01-02,a",
            "2024-01-03,a,p,-2,1");
    assertEquals(List.of(10_000L, 0L), byDay(series).stream().map(DailyRow::quantity).toList());
    assertEquals(
        Map.of(LineFate.DAY, 1L, LineFate.NEGATIVE_AS_ZERO, 1L, LineFate.UNREADABLE, 5L),
        tally.counts());
    assertEquals(
        "mine.csv line 3: date '2024-13-01' is not a date as 2024-01-31", tally.reasons().get(0));
  }

  @Test
  void aDayToldTwiceIsRefused() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "date,storeId,productId,quantity",
            "2024-01-02,a,p,4",
            "2024-01-02,a,p,4");
    DatasetException refused = assertThrows(DatasetException.class, () -> byDay(series));
    assertEquals(
        "mine.csv tells the day 2024-01-02 of product p in store a twice.", refused.getMessage());
  }

  @Test
  void onlyTheDaysAndTheMostSoldProductsAskedForAreRead() throws IOException {
    SeriesFilter filter = new SeriesFilter(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2), 1);
    DailySeries series =
        open(
            filter,
            "date,storeId,productId,quantity",
            "2023-12-30,a,often,1",
            "2023-12-31,a,often,1",
            "2024-01-01,a,rare,99",
            "2024-01-02,a,rare,99",
            "2024-01-01,a,often,1",
            "2024-01-02,a,often,0");
    assertEquals(
        List.of("often", "often"), byDay(series).stream().map(DailyRow::productId).toList());
    assertEquals(2, tally.of(LineFate.OUTSIDE_DATES));
    assertEquals(2, tally.of(LineFate.OTHER_PRODUCT));
    assertEquals(1, series.overview().products());
  }

  @Test
  void pastaGapsAreDaysTheStoreWasShut() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "\"DATE\",\"QTY_B1_1\",\"QTY_B2_1\",\"PROMO_B1_1\",\"PROMO_B2_1\"",
            "2014-01-02,7,0,1,0",
            "2014-01-04,3,2,0,0");
    List<DailyRow> rows = byDay(series);
    assertEquals(6, rows.size());
    assertTrue(rows.get(0).isPromoted());
    assertTrue(rows.get(2).isClosed() && rows.get(3).isClosed());
    assertEquals("B2", rows.get(5).category());
    assertEquals(20_000, rows.get(5).quantity());
    assertEquals(2, tally.of(LineFate.DAY));
  }

  @Test
  void freshRetailTellsPriceCutsAndHoursOutOfStock() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "city_id,store_id,product_id,category_id,dt,sale_amount,stockout_hours_6_22,discount,"
                + "holiday_flag,activity_flag",
            "0,0,4,82,2024-03-28,0.5,4,0.882,0,1");
    assertEquals(
        new DailyRow("0", "4", day("2024-03-28"), 5_000, -1, 1_180, 1, 2_500, -1, 0, "82", null),
        byDay(series).get(0));
  }

  @Test
  void freshRetailByTheHourKeepsItsHours() throws IOException {
    DailySeries series =
        open(
            SeriesFilter.ALL,
            "store_id,product_id,dt,hours_sale,hours_stock_status",
            "0,4,2024-03-28,"
                + "0.5 ".repeat(24).trim()
                + ",110000"
                + "1".repeat(4)
                + "0".repeat(12)
                + "11");
    DailyRow row = byDay(series).get(0);
    assertEquals(24 * 5_000, row.quantity());
    assertEquals(2_500, row.stockoutShare());
    assertTrue(row.hours().isOut(0) && row.hours().isOut(9) && !row.hours().isOut(10));
  }

  @Test
  void thePlaceGivenWinsOverThePlaceTold() throws IOException {
    Path file =
        TestFiles.write(folder, "a.csv", "date,storeId,productId,quantity", "2024-01-01,a,p,1");
    Place place = Place.of("America/New_York", "US");
    assertEquals(place, Dataset.open(List.of(file), SeriesFilter.ALL).at(place).series().place());
  }

  @Test
  void filesThatCannotBeUsedAreRefusedInOneSentence() throws IOException {
    assertEquals(
        "There is no file " + folder.resolve("none.csv") + ".",
        refusal(folder.resolve("none.csv")));
    assertEquals(
        "odd.csv has the header 'a,b', which is none that is known; "
            + "name the columns date,storeId,productId,quantity.",
        refusal(TestFiles.write(folder, "odd.csv", "a,b", "1,2")));
    assertEquals(
        "bad.csv has no line that can be used " + "(bad.csv line 2: quantity 'x' is not a number).",
        refusal(
            TestFiles.write(
                folder, "bad.csv", "date,storeId,productId,quantity", "2024-01-01,a,p,x")));
    Path daily =
        TestFiles.write(folder, "d.csv", "date,storeId,productId,quantity", "2024-01-01,a,p,1");
    Path other = TestFiles.write(folder, "o.csv", "date,store,item,sales", "2024-01-01,a,p,1");
    assertEquals("o.csv and d.csv have different headers.", refusal(daily, other));
  }

  private static String refusal(Path... files) {
    return assertThrows(
            DatasetException.class, () -> Dataset.open(List.of(files), SeriesFilter.ALL))
        .getMessage();
  }
}
