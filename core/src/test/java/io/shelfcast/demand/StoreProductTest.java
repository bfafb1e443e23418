package io.shelfcast.demand;

import static io.shelfcast.demand.Histories.FIRST_DAY;
import static io.shelfcast.demand.Histories.KEY;
import static io.shelfcast.demand.Histories.STORE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoreProductTest {
  private static final int DAYS = 13;
  private static final int LAST_DAY = FIRST_DAY + DAYS - 1;

  @Test
  void anyOrderWithinTheWindowEndsInTheSameState() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      List<Event> events = Histories.random(seed, DAYS);
      byte[] expected = stateAfter(events, STORE, seed);
      Random random = new Random(seed);
      for (int n = 0; n < 5; n++) {
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        assertArrayEquals(expected, stateAfter(shuffled, STORE, seed), "seed " + seed);
      }
    }
  }

  @Test
  void duplicatesChangeNothing() throws IOException {
    for (long seed = 0; seed < 100; seed++) {
      List<Event> events = Histories.random(seed, DAYS);
      List<Event> twice = new ArrayList<>(events);
      twice.addAll(events);
      Collections.shuffle(twice, new Random(seed));
      StoreProduct product = StoreProduct.inMemory(KEY);
      int applied = 0;
      for (Event event : twice) {
        applied += product.apply(event, STORE) == Fate.APPLIED ? 1 : 0;
      }
      product.closeThrough(LAST_DAY, STORE);
      assertEquals(events.size(), applied, "seed " + seed);
      assertArrayEquals(stateAfter(events, STORE, seed), bytes(product), "seed " + seed);
    }
  }

  @Test
  void totalsAndStockAgreeWithANaiveRecount() {
    for (long seed = 0; seed < 60; seed++) {
      List<Event> events = Histories.random(seed, DAYS);
      List<Event> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      StoreProduct product = StoreProduct.inMemory(KEY);
      shuffled.forEach(e -> assertEquals(Fate.APPLIED, product.apply(e, STORE)));
      product.closeThrough(LAST_DAY, STORE);
      NaiveShelf naive = new NaiveShelf(events);
      Long onHand = naive.onHandAt(Long.MAX_VALUE);
      assertEquals(onHand != null, product.stock().isKnown(), "seed " + seed);
      if (onHand != null) {
        assertEquals(Math.max(0, onHand), product.stock().quantity(), "seed " + seed);
      }
      for (int day = product.history().firstDay(); day <= LAST_DAY; day++) {
        DayTotals totals = product.history().day(day);
        assertEquals(naive.unitsOn(day, STORE), totals.units(), "seed " + seed + " day " + day);
      }
    }
  }

  @Test
  void anEmptyShelfCensorsTheDayItWasEmptyOn() {
    for (long seed = 0; seed < 20; seed++) {
      List<Event> events = Histories.random(seed, DAYS);
      events.removeIf(e -> e.type() == EventType.AVAILABILITY);
      StoreProduct product = StoreProduct.inMemory(KEY);
      List<Event> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(e -> product.apply(e, STORE));
      product.closeThrough(LAST_DAY, STORE);
      NaiveShelf naive = new NaiveShelf(events);
      for (int day = product.history().firstDay(); day <= LAST_DAY; day++) {
        long expected = naive.emptyShare(day, STORE);
        assertEquals(expected, product.history().day(day).stockoutShare(), 80, "seed " + seed);
      }
    }
  }

  @Test
  void aCorrectedZoneMovesTheWindowsEventsToTheirDays() throws IOException {
    StoreFacts unknown = StoreFacts.unknown(ZoneId.of("America/Los_Angeles"));
    for (long seed = 0; seed < 100; seed++) {
      List<Event> events = Histories.random(seed, 6);
      StoreProduct product = StoreProduct.inMemory(KEY);
      int known = new Random(seed).nextInt(events.size() + 1);
      for (int i = 0; i < events.size(); i++) {
        product.apply(events.get(i), i < known ? unknown : STORE);
      }
      product.closeThrough(LAST_DAY, STORE);
      for (int day = product.history().firstDay(); day <= LAST_DAY; day++) {
        long expected = new NaiveShelf(events).unitsOn(day, STORE);
        assertEquals(expected, product.history().day(day).units(), "seed " + seed);
      }
    }
  }

  @Test
  void aZoneCorrectedLateInLifeCountsNoSaleTwice() {
    for (String zone : List.of("UTC", "Europe/London", "America/New_York", "Asia/Tokyo")) {
      StoreProduct product = StoreProduct.inMemory(KEY);
      int sales = 0;
      for (long at = STORE.startOf(FIRST_DAY);
          at < STORE.startOf(FIRST_DAY + 40);
          at += 7_200_000) {
        product.apply(sale("sale-" + at, at), StoreFacts.unknown(ZoneId.of(zone)));
        sales++;
      }
      product.closeThrough(FIRST_DAY + 45, STORE);
      long counted = 0;
      for (int day = product.history().firstDay(); day <= FIRST_DAY + 45; day++) {
        counted += product.history().day(day).units();
      }
      assertEquals(sales * 10_000L, counted, zone);
    }
  }

  @Test
  void whatIsOlderThanTheWindowIsTooOldAndTheEdgeIsNot() {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(sale("first", FIRST_DAY), STORE);
    product.closeThrough(FIRST_DAY + 20, STORE);
    assertEquals(Fate.TOO_OLD, product.apply(sale("old", FIRST_DAY + 6), STORE));
    assertEquals(Fate.APPLIED, product.apply(sale("edge", FIRST_DAY + 7), STORE));
    assertEquals(10_000, product.history().day(FIRST_DAY + 7).units());
  }

  @Test
  void quietDaysCloseAsZeroAndPlannedClosedDaysAsClosed() {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(sale("only", FIRST_DAY), STORE);
    product.closeThrough(FIRST_DAY + 5, STORE);
    assertTrue(product.history().day(FIRST_DAY + 3).isFull());
    assertEquals(0, product.history().day(FIRST_DAY + 3).units());
    assertTrue(product.history().day(FIRST_DAY + 4).isClosed());
    assertFalse(product.history().day(FIRST_DAY + 5).isClosed());
  }

  @Test
  void decadesOfSilenceAreClosedAtOnce() {
    StoreProduct product = StoreProduct.inMemory(KEY);
    product.apply(sale("clock reset", 0), STORE);
    assertEquals(Fate.APPLIED, product.apply(sale("today", FIRST_DAY), STORE));
    assertEquals(FIRST_DAY, product.openDay());
    assertEquals(0, product.history().firstDay());
    assertEquals(0, product.history().day(FIRST_DAY - 300).units());
  }

  @Test
  void aBackfilledDayTakesNoSingleSales() {
    StoreProduct product = StoreProduct.inMemory(KEY);
    Event day =
        Event.of(EventType.DAY)
            .with(Field.EVENT_ID, "day")
            .with(Field.STORE_ID, "s1")
            .with(Field.PRODUCT_ID, "p1")
            .with(Field.OCCURRED_AT, STORE.startOf(FIRST_DAY))
            .with(Field.QUANTITY, 70_000)
            .build();
    assertEquals(Fate.APPLIED, product.apply(day, STORE));
    assertEquals(Fate.TOO_OLD, product.apply(sale("beside", FIRST_DAY), STORE));
    assertEquals(70_000, product.history().day(FIRST_DAY).units());
  }

  @Test
  void stateSurvivesItsBinaryForm() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      StoreProduct product = StoreProduct.inMemory(KEY);
      Histories.random(seed, DAYS).forEach(e -> product.apply(e, STORE));
      byte[] hot = written(product.hot()::write);
      byte[] history = written(product.history()::write);
      assertArrayEquals(hot, written(HotState.read(in(hot))::write));
      assertArrayEquals(history, written(DemandHistory.read(in(history))::write));
    }
  }

  private static Event sale(String id, int day) {
    return sale(id, STORE.startOf(day) + 43_200_000);
  }

  private static Event sale(String id, long occurredAt) {
    return Event.of(EventType.SALE)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, "s1")
        .with(Field.PRODUCT_ID, "p1")
        .with(Field.OCCURRED_AT, occurredAt)
        .with(Field.QUANTITY, 10_000)
        .build();
  }

  private static byte[] stateAfter(List<Event> events, StoreFacts store, long seed)
      throws IOException {
    StoreProduct product = StoreProduct.inMemory(KEY);
    for (Event event : events) {
      assertEquals(Fate.APPLIED, product.apply(event, store), "seed " + seed);
    }
    product.closeThrough(LAST_DAY, store);
    return bytes(product);
  }

  private static byte[] bytes(StoreProduct product) throws IOException {
    product.closedDays();
    List<byte[]> journal = new ArrayList<>();
    product
        .memory()
        .journal()
        .forEach(
            (key, entry) ->
                journal.add(
                    written(
                        out -> {
                          key.write(out);
                          entry.write(out);
                        })));
    journal.sort(java.util.Arrays::compare);
    return written(
        out -> {
          product.hot().write(out);
          product.history().write(out);
          product.closedDays().write(out);
          for (byte[] entry : journal) {
            out.write(entry);
          }
        });
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Writing writing) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writing.to(new DataOutputStream(bytes));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }
}
