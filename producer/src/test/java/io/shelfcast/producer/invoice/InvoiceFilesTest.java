package io.shelfcast.producer.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.producer.TestFiles;
import io.shelfcast.producer.series.CsvFile;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DatasetException;
import io.shelfcast.producer.series.LineFate;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.RowFilter;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.producer.timeline.TimedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceFilesTest {
  private static final String OLD =
      "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country";
  private static final String NEW =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
  private static final RowFilter ALL = RowFilter.daysOf(SeriesFilter.ALL);

  @TempDir Path folder;
  private final LineTally tally = new LineTally();

  private static InvoiceFiles open(Path... files) {
    return InvoiceFiles.of(List.of(files).stream().map(CsvFile::open).toList()).orElseThrow();
  }

  private List<Event> events(InvoiceFiles files, RowFilter filter) {
    List<Event> events = new ArrayList<>();
    try (Rows<TimedEvent> rows = files.events(files.place().zone(), filter, tally)) {
      rows.forEachRemaining(timed -> events.add(timed.event()));
    }
    assertTrue(tally.isComplete());
    return events;
  }

  private List<Event> events(String... lines) throws IOException {
    return events(open(TestFiles.write(folder, "a.csv", lines)), ALL);
  }

  @Test
  void aCancellationOfTheSameCustomerProductAndQuantityWithinTwoDaysIsAVoid() throws IOException {
    List<Event> events =
        events(
            NEW,
            "500,84029g,\"A \"\"x\"\", y\",6,2010-12-05 08:26:00,2.55,17850.0,United Kingdom",
            "500,22752,B,2,2010-12-05 08:26:00,7.65,17850.0,United Kingdom",
            "C501,84029G,A,-6,2010-12-07 08:26:00,2.55,17850,United Kingdom");
    Event sale = events.get(0);
    assertEquals("500/1", sale.eventId());
    assertEquals("84029G", sale.productId());
    assertEquals(60_000, sale.quantity());
    assertEquals(255, sale.number(Field.UNIT_PRICE));
    assertEquals(Instant.parse("2010-12-05T08:26:00Z").toEpochMilli(), sale.occurredAt());
    assertEquals("500/2", events.get(1).eventId());
    Event taken = events.get(2);
    assertEquals(EventType.VOID, taken.type());
    assertEquals("500/1", taken.text(Field.VOIDS_EVENT_ID));
    assertEquals(LocalDate.of(2010, 12, 5).toEpochDay(), taken.number(Field.VOIDS_DAY));
    assertEquals(Map.of(LineFate.SALE, 2L, LineFate.VOID, 1L), tally.counts());
  }

  @Test
  void anyOtherCancellationIsAReturn() throws IOException {
    List<Event> events =
        events(
            OLD,
            "500,22752,B,2,2010-12-01 08:00:00,7.65,1,UK",
            "500,22753,B,2,2010-12-01 08:00:00,7.65,1,UK",
            "500,22754,B,2,2010-12-01 08:00:00,7.65,,UK",
            "500,22755,B,2,2010-12-01 08:00:00,7.65,1,UK",
            "C501,22752,another customer,-2,2010-12-01 09:00:00,7.65,2,UK",
            "C502,22753,a part,-1,2010-12-01 09:00:00,7.65,1,UK",
            "C503,22754,nobody knows whose,-2,2010-12-01 09:00:00,7.65,,UK",
            "C504,22755,too late,-2,2010-12-03 08:01:00,7.65,1,UK");
    assertEquals(4, tally.of(LineFate.RETURN));
    assertEquals(20_000, events.get(4).quantity());
    assertEquals(EventType.RETURN, events.get(4).type());
  }

  @Test
  void aSaleIsTakenBackOnlyOnceAndTheNewestFirst() throws IOException {
    List<Event> events =
        events(
            OLD,
            "500,22752,B,2,2010-12-01 08:00:00,7.65,1,UK",
            "501,22752,B,2,2010-12-01 09:00:00,7.65,1,UK",
            "C502,22752,B,-2,2010-12-01 10:00:00,7.65,1,UK",
            "C502,22752,B,-2,2010-12-01 10:00:00,7.65,1,UK",
            "C502,22752,B,-2,2010-12-01 10:00:00,7.65,1,UK");
    assertEquals("501/1", events.get(2).text(Field.VOIDS_EVENT_ID));
    assertEquals("500/1", events.get(3).text(Field.VOIDS_EVENT_ID));
    assertEquals(EventType.RETURN, events.get(4).type());
    assertEquals("C502/3", events.get(4).eventId());
  }

  @Test
  void oddLinesEachHaveTheirFate() throws IOException {
    List<Event> events =
        events(
            OLD,
            "500,PADS,sub-cent price,1,2010-12-01 08:00:00,0.001,1,UK",
            "500,22752,for nothing,1,2010-12-01 08:00:00,0,1,UK",
            "501,22752,found,7,2010-12-01 08:00:00,0,,UK",
            "502,22752,damaged,-5,2010-12-01 08:00:00,0,,UK",
            "503,POST,postage,1,2010-12-01 08:00:00,18,1,UK",
            "A504,B,bad debt,1,2010-12-01 08:00:00,-11062.06,,UK",
            "505,gift_0001_20,voucher,1,2010-12-01 08:00:00,17.02,,UK",
            "C506,22752,wrong sign,1,2010-12-01 08:00:00,1,1,UK",
            "507,22752,no number,x,2010-12-01 08:00:00,1,1,UK",
            "508,22752,short line");
    assertEquals(
        Map.of(
            LineFate.SALE_WITHOUT_PRICE, 1L,
            LineFate.GIVEN_AWAY, 1L,
            LineFate.FOUND, 1L,
            LineFate.SHRINK, 1L,
            LineFate.NOT_A_PRODUCT, 3L,
            LineFate.CONTRADICTORY, 1L,
            LineFate.UNREADABLE, 2L),
        tally.counts());
    assertFalse(events.get(0).has(Field.UNIT_PRICE));
    assertEquals(0, events.get(1).number(Field.UNIT_PRICE));
    assertEquals(70_000, events.get(2).quantity());
    assertEquals(-50_000, events.get(3).quantity());
    assertEquals("a.csv line 10: Quantity 'x' is not a number", tally.reasons().get(0));
  }

  @Test
  void whatStandsInTwoFilesIsReadInTheLaterOne() throws IOException {
    Path first =
        TestFiles.write(
            folder,
            "first.csv.gz",
            OLD,
            "500,22752,B,2,2010-11-30 08:00:00,7.65,1,UK",
            "501,22752,B,3,2010-12-01 08:00:00,7.65,1,UK");
    Path second =
        TestFiles.write(
            folder,
            "second.csv",
            NEW,
            "501,22752,B,3,2010-12-01 08:00:00,7.65,1.0,UK",
            "C502,22752,B,-2,2010-12-01 09:00:00,7.65,1.0,UK");
    List<Event> events = events(open(second, first), ALL);
    assertEquals(List.of("500/1", "501/1", "C502/1"), events.stream().map(Event::eventId).toList());
    assertEquals(EventType.VOID, events.get(2).type());
    assertEquals(1, tally.of(LineFate.OVERLAP));
  }

  @Test
  void daysHoldSalesLessThoseTakenBackAtTheirMeanPrice() throws IOException {
    Path file =
        TestFiles.write(
            folder,
            "a.csv",
            OLD,
            "500,22752,B,2,2010-12-01 08:00:00,1.00,1,UK",
            "500,22752,B,3,2010-12-01 08:00:00,4.00,1,UK",
            "501,22752,B,5,2010-12-01 08:00:00,9.99,2,UK",
            "502,22752,B,1,2010-12-02 08:00:00,2.00,2,UK",
            "C503,22752,B,-5,2010-12-03 07:00:00,9.99,2,UK",
            "C504,22752,B,-1,2010-12-09 07:00:00,1.00,3,UK");
    List<DailyRow> rows = new ArrayList<>();
    open(file).read(ALL, tally).forEachRemaining(rows::add);
    assertEquals(2, rows.size());
    assertEquals(50_000, rows.get(0).quantity());
    assertEquals(280, rows.get(0).unitPrice());
    assertEquals(10_000, rows.get(1).quantity());
  }

  @Test
  void aSaleBeforeTheFirstDayAskedForIsNotTakenBack() throws IOException {
    Path file =
        TestFiles.write(
            folder,
            "a.csv",
            OLD,
            "500,22752,B,2,2010-12-01 08:00:00,1.00,1,UK",
            "501,22753,B,2,2010-12-02 08:00:00,1.00,1,UK",
            "C502,22752,B,-2,2010-12-02 08:00:00,1.00,1,UK");
    int second = (int) LocalDate.of(2010, 12, 2).toEpochDay();
    List<Event> events = events(open(file), new RowFilter(second, second, Set.of("22752")));
    assertEquals(List.of(EventType.RETURN), events.stream().map(Event::type).toList());
    assertEquals(1, tally.of(LineFate.OUTSIDE_DATES));
    assertEquals(1, tally.of(LineFate.OTHER_PRODUCT));
  }

  @Test
  void linesOutOfOrderAreRefused() throws IOException {
    Path file =
        TestFiles.write(
            folder,
            "a.csv",
            OLD,
            "500,22752,B,2,2010-12-02 08:00:00,1.00,1,UK",
            "501,22752,B,2,2010-12-01 08:00:00,1.00,1,UK");
    DatasetException refused = assertThrows(DatasetException.class, () -> events(open(file), ALL));
    assertEquals(
        "a.csv line 3 goes back in time; sort the file by InvoiceDate.", refused.getMessage());
  }
}
