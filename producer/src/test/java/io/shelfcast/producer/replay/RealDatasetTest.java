package io.shelfcast.producer.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.producer.RealData;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.series.DailySeries;
import io.shelfcast.producer.series.LineFate;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Rows;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.TimedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealDatasetTest {
  private record Read(long rows, long quantity, long stockoutDays, LineTally tally) {}

  private static Read read(DailySeries series) {
    LineTally tally = new LineTally();
    long rows = 0;
    long quantity = 0;
    long stockoutDays = 0;
    try (Rows<DailyRow> all = series.byDay(tally)) {
      while (all.hasNext()) {
        DailyRow row = all.next();
        rows++;
        quantity += row.quantity();
        stockoutDays += row.stockoutShare() > 0 ? 1 : 0;
      }
    }
    assertTrue(tally.isComplete(), () -> "lines without a fate: " + tally.counts());
    return new Read(rows, quantity, stockoutDays, tally);
  }

  private static DailySeries open(String... names) {
    List<Path> files = List.of(names).stream().map(RealData::file).toList();
    return Dataset.open(files, SeriesFilter.ALL).series();
  }

  @Test
  void everyLineOfStoreItemIsADay() {
    Read read = read(open("store-item/train.csv.gz"));
    assertEquals(Map.of(LineFate.DAY, 913_000L), read.tally().counts());
    assertEquals(913_000, read.rows());
  }

  @Test
  void pastaHasEachProductOnEachDayAndShutDaysInTheGaps() {
    DailySeries series = open("pasta/hierarchical_sales_data.csv.gz");
    Read read = read(series);
    assertEquals(Map.of(LineFate.DAY, 1_798L), read.tally().counts());
    assertEquals((1_798 + 27) * 118, read.rows());
    assertEquals(27, series.overview().closedDays("pasta").size());
  }

  @Test
  void everyLineOfFreshRetailIsADay() {
    Read read = read(open("freshretail/daily_10k.csv.gz"));
    assertEquals(Map.of(LineFate.DAY, 885_600L), read.tally().counts());
    assertEquals(885_600 - 492_508, read.stockoutDays());
  }

  @Test
  void everyLineOfFreshRetailByTheHourIsADay() {
    Read read = read(open("freshretail/hourly_2k.csv.gz"));
    assertEquals(Map.of(LineFate.DAY, 181_260L), read.tally().counts());
  }

  @Test
  void everyInvoiceLineHasItsFateAndTheOverlapIsReadOnce() {
    LineTally tally =
        read(open(
                "online-retail/online_retail_2010_2011.csv.gz",
                "online-retail/online_retail_2009_2010.csv.gz"))
            .tally();
    assertEquals(541_909 + 525_461, tally.linesRead());
    assertEquals(22_523, tally.of(LineFate.OVERLAP));
    assertEquals(0, tally.of(LineFate.UNREADABLE), () -> tally.reasons().toString());
    assertEquals(0, tally.of(LineFate.CONTRADICTORY));
    assertEquals(1_479, tally.of(LineFate.VOID));
    assertEquals(5_812, tally.of(LineFate.NOT_A_PRODUCT));
  }

  @Test
  void whatIsReplayedCanBeSentUnderNamesThatAreUnique() throws RefusedEvent {
    SeriesFilter month =
        new SeriesFilter(LocalDate.of(2010, 11, 20), LocalDate.of(2010, 12, 20), 0);
    List<Path> files =
        List.of(
            RealData.file("online-retail/online_retail_2009_2010.csv.gz"),
            RealData.file("online-retail/online_retail_2010_2011.csv.gz"));
    LineTally tally = new LineTally();
    Set<String> ids = new HashSet<>();
    ReplayOptions options =
        new ReplayOptions(
            PolicyTerms.USUAL, true, 4, Duration.ofHours(1), Duration.ofHours(6), Disturbance.NONE);
    try (Replay replay = new Replay(Dataset.open(files, month), options, tally)) {
      Iterator<TimedEvent> timeline = replay.timeline();
      while (timeline.hasNext()) {
        Event event = timeline.next().event();
        assertEquals(event, EventCodec.decode(EventCodec.encode(event)));
        assertTrue(ids.add(event.eventId()), event::eventId);
      }
    }
    assertTrue(tally.isComplete());
    assertTrue(ids.size() > 60_000, () -> "only " + ids.size());
  }

  @Test
  void bestSellersAndDatesNarrowTheSeries() {
    SeriesFilter filter = new SeriesFilter(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31), 5);
    DailySeries series =
        Dataset.open(List.of(RealData.file("store-item/train.csv.gz")), filter).series();
    Read read = read(series);
    assertEquals(31 * 10 * 5, read.rows());
    assertEquals(31 * 10 * 45, read.tally().of(LineFate.OTHER_PRODUCT));
  }
}
