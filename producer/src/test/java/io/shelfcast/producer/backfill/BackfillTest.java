package io.shelfcast.producer.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.producer.TestFiles;
import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.PolicyTerms;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.producer.simulate.Simulation;
import io.shelfcast.producer.simulate.SimulationOptions;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {
  @TempDir Path folder;
  private final TreeMap<Integer, List<ArchivedEvent>> written = new TreeMap<>();

  private Backfill.Written backfill(History history) {
    return new Backfill(
            (source, day, events) -> written.put(day, List.copyOf(events)), Progress.SILENT)
        .write(history);
  }

  private History history(SeriesFilter filter, String... lines) throws IOException {
    Path file = TestFiles.write(folder, "My Shop.csv", lines);
    Dataset dataset = Dataset.open(List.of(file), filter);
    return DatasetHistory.of(dataset.series(), PolicyTerms.USUAL, new LineTally());
  }

  private List<ArchivedEvent> all(EventType type) {
    return written.values().stream()
        .flatMap(List::stream)
        .filter(archived -> archived.event().type() == type)
        .toList();
  }

  private static final String[] DAYS = {
    "date,storeId,productId,quantity,unitPrice,promotion,stockoutShare,open,category",
    "2024-01-01,s,p,3,1.50,0,0.5,1,tea",
    "2024-01-02,s,p,0,,0,,0,tea",
    "2024-01-04,s,p,2.5,,1,,1,tea",
    "2024-01-05,s,p,7,,0,,1,tea"
  };

  @Test
  void eachDayOfAStoreProductIsOneRowKnownAtItsEnd() throws IOException {
    assertEquals(new Backfill.Written(4, 4, 4), backfill(history(SeriesFilter.ALL, DAYS)));
    List<ArchivedEvent> days = all(EventType.DAY);
    Event first = days.get(0).event();
    assertEquals("backfill/s/p/2024-01-01", first.eventId());
    assertEquals(30_000, first.quantity());
    assertEquals(150, first.number(Field.UNIT_PRICE));
    assertEquals(5_000, first.number(Field.STOCKOUT_SHARE));
    assertEquals(Instant.parse("2024-01-02T00:00:00Z").toEpochMilli(), days.get(0).arrivedAt());
    assertEquals(0, days.get(1).event().number(Field.OPEN));
    assertTrue(days.get(2).event().flag(Field.PROMOTION));
    assertEquals(2_000, days.get(2).event().number(Field.DISCOUNT));
    for (ArchivedEvent day : days) {
      assertEquals(Math.floorDiv(day.event().occurredAt(), 86_400_000L), (long) day.businessDay());
    }
  }

  @Test
  void factsKnownOfThePastStandOnTheDayTheyWereTold() throws IOException {
    backfill(history(SeriesFilter.ALL, DAYS));
    int first = written.firstKey();
    Set<EventType> told = new HashSet<>();
    written.get(first).forEach(archived -> told.add(archived.event().type()));
    assertEquals(
        Set.of(
            EventType.STORE,
            EventType.PRODUCT,
            EventType.POLICY,
            EventType.PROMOTION,
            EventType.DAY),
        told);
    assertEquals("2024-01-02", all(EventType.STORE).get(0).event().text(Field.CLOSED_DAYS));
  }

  @Test
  void theCutLeavesOutWhatComesAfterIt() throws IOException {
    SeriesFilter cut = new SeriesFilter(null, LocalDate.of(2024, 1, 2), 0);
    backfill(history(cut, DAYS));
    assertEquals(2, all(EventType.DAY).size());
    assertTrue(all(EventType.PROMOTION).isEmpty());
    assertEquals(LocalDate.of(2024, 1, 2).toEpochDay(), (long) written.lastKey());
  }

  @Test
  void invoicesAreAddedUpByDay() throws IOException {
    backfill(
        history(
            SeriesFilter.ALL,
            "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
            "500,22752,B,2,2010-12-01 08:00:00,1.00,1,UK",
            "500,22752,B,4,2010-12-01 08:00:00,1.00,1,UK",
            "C501,22752,B,-2,2010-12-02 09:00:00,1.00,1,UK"));
    assertEquals(1, all(EventType.DAY).size());
    assertEquals(40_000, all(EventType.DAY).get(0).event().quantity());
  }

  @Test
  void aSecondRunIntoTheLakeReplacesTheFirst() throws IOException {
    Lake lake = Lake.open(folder.resolve("lake"));
    for (int run = 0; run < 2; run++) {
      new Backfill(lake::writeBackfill, Progress.SILENT).write(history(SeriesFilter.ALL, DAYS));
      Snapshot snapshot = lake.refresh();
      assertEquals(8, snapshot.countRows(LakeTable.EVENTS));
      List<ArchivedEvent> read = new ArrayList<>();
      int from = snapshot.firstDay(LakeTable.EVENTS).orElseThrow();
      snapshot.events(from, from + 10).forEachRemaining(read::add);
      backfill(history(SeriesFilter.ALL, DAYS));
      Set<ArchivedEvent> expected = new HashSet<>();
      written.values().forEach(expected::addAll);
      assertEquals(expected, new HashSet<>(read));
    }
  }

  @Test
  void simulatedHistoryTellsNoStockAndHasARowForEachProductOnSale() {
    SimulationOptions options =
        new SimulationOptions(
            1,
            2,
            10,
            LocalDate.of(2026, 1, 10),
            5,
            40,
            5,
            List.of(ZoneId.of("Europe/Berlin")),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Disturbance.NONE);
    Backfill.Written result = backfill(new Simulation(options).history());
    assertEquals(40, result.days());
    assertTrue(result.dayRows() > 40 * 2 * 5 && result.dayRows() <= 40 * 2 * 10);
    assertEquals(LocalDate.of(2026, 1, 9).toEpochDay(), (long) written.lastKey());
    assertTrue(all(EventType.COUNT).isEmpty() && all(EventType.ORDER).isEmpty());
    assertEquals(2, all(EventType.STORE).size());
    assertTrue(
        all(EventType.DAY).stream().anyMatch(a -> a.event().number(Field.OPEN) == 0),
        "New Year's Day is closed");
  }
}
