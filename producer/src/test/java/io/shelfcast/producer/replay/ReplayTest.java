package io.shelfcast.producer.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.producer.TestFiles;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.SeriesFilter;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.TimedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final ReplayOptions WITH_STOCK =
      new ReplayOptions(
          new PolicyTerms(3, 0.5, 1, 0.9),
          true,
          4,
          Duration.ofHours(6),
          Duration.ofHours(3),
          Disturbance.NONE);

  @TempDir Path folder;
  private final LineTally tally = new LineTally();

  private List<TimedEvent> play(ReplayOptions options, String... lines) throws IOException {
    Path file = TestFiles.write(folder, "a.csv", lines);
    List<TimedEvent> events = new ArrayList<>();
    Dataset dataset = Dataset.open(List.of(file), SeriesFilter.ALL);
    try (Replay replay = new Replay(dataset, options, tally)) {
      replay.timeline().forEachRemaining(events::add);
    }
    return events;
  }

  private static List<Event> of(EventType type, List<TimedEvent> events) {
    return events.stream().map(TimedEvent::event).filter(e -> e.type() == type).toList();
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static String[] manyDays(int days) {
    List<String> lines = new ArrayList<>(List.of("date,storeId,productId,quantity,open"));
    for (int day = 0; day < days; day++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
      boolean closed = day % 7 == 6;
      lines.add(date + ",s,p," + (closed ? 0 : 10 + day % 5) + "," + (closed ? 0 : 1));
      lines.add(date + ",s,q," + (closed ? "0" : "0.6") + "," + (closed ? 0 : 1));
    }
    return lines.toArray(new String[0]);
  }

  @Test
  void aDayBecomesAFewSalesThatAddUpWithinTradingHours() throws IOException {
    List<TimedEvent> events =
        play(
            ReplayOptions.USUAL,
            "date,storeId,productId,quantity,unitPrice,promotion",
            "2024-01-01,s,p,10,1.99,1",
            "2024-01-01,s,q,2,,",
            "2024-01-01,s,r,0.6,,",
            "2024-01-01,s,t,0,,");
    Map<String, Long> sold = new HashMap<>();
    Map<String, Long> parts = new HashMap<>();
    for (Event sale : of(EventType.SALE, events)) {
      sold.merge(sale.productId(), sale.quantity(), Long::sum);
      parts.merge(sale.productId(), 1L, Long::sum);
      assertTrue(sale.occurredAt() >= at("2024-01-01T06:00:00Z"));
      assertTrue(sale.occurredAt() < at("2024-01-01T22:00:00Z"));
      assertEquals(sale.productId().equals("p"), sale.flag(Field.PROMOTION));
    }
    assertEquals(Map.of("p", 100_000L, "q", 20_000L, "r", 6_000L), sold);
    assertEquals(Map.of("p", 4L, "q", 2L, "r", 4L), parts);
    assertEquals(
        199,
        of(EventType.SALE, events).stream()
            .filter(e -> e.productId().equals("p"))
            .findFirst()
            .orElseThrow()
            .number(Field.UNIT_PRICE));
  }

  @Test
  void theSameFileGivesTheSameEventsWhichCanAllBeSent() throws IOException, RefusedEvent {
    List<TimedEvent> once = play(WITH_STOCK, manyDays(60));
    assertEquals(once, play(WITH_STOCK, manyDays(60)));
    Set<String> ids = new HashSet<>();
    for (TimedEvent timed : once) {
      assertEquals(timed.event(), EventCodec.decode(EventCodec.encode(timed.event())));
      assertTrue(ids.add(timed.event().eventId()), timed.event().eventId());
    }
    assertTrue(tally.isComplete());
  }

  @Test
  void closedDaysAreToldByTheStoreAheadAndHaveNoSales() throws IOException {
    List<TimedEvent> events = play(ReplayOptions.USUAL, manyDays(400));
    List<Event> stores = of(EventType.STORE, events);
    assertEquals(3, stores.size());
    assertTrue(stores.get(0).text(Field.CLOSED_DAYS).startsWith("2024-01-07,2024-01-14"));
    assertTrue(stores.get(1).text(Field.CLOSED_DAYS).contains("2025-02-02"));
    long week = Duration.ofDays(7).toMillis();
    for (Event sale : of(EventType.SALE, events)) {
      assertTrue(
          (sale.occurredAt() - at("2024-01-07T00:00:00Z")) % week / 86_400_000L != 0
              || sale.occurredAt() < at("2024-01-07T00:00:00Z"));
    }
  }

  @Test
  void stockoutsAreToldAsAvailabilityOfTheTradingHours() throws IOException {
    List<TimedEvent> events =
        play(
            ReplayOptions.USUAL,
            "date,storeId,productId,quantity,stockoutShare",
            "2024-01-01,s,p,10,0.25",
            "2024-01-02,s,p,10,0");
    Event out = of(EventType.AVAILABILITY, events).get(0);
    assertEquals(at("2024-01-01T06:00:00Z"), out.number(Field.FROM));
    assertEquals(at("2024-01-01T22:00:00Z"), out.number(Field.TO));
    assertEquals(2_500, out.number(Field.STOCKOUT_SHARE));
    assertEquals(1, of(EventType.AVAILABILITY, events).size());
  }

  @Test
  void knownHoursAreKept() throws IOException {
    String sold = "0 0 0 0 0 0 0 0 1.5 0 0 0 0 0 0 0 0 0 0 0 2 0 0 0";
    String out = "111111000011100000000111";
    List<TimedEvent> events =
        play(
            ReplayOptions.USUAL,
            "store_id,product_id,dt,hours_sale,hours_stock_status",
            "1,2,2024-03-28," + sold + "," + out);
    List<Event> sales = of(EventType.SALE, events);
    assertEquals(List.of(15_000L, 20_000L), sales.stream().map(Event::quantity).toList());
    long midnight = at("2024-03-27T16:00:00Z");
    assertEquals(8, (sales.get(0).occurredAt() - midnight) / 3_600_000);
    List<Event> stockouts = of(EventType.AVAILABILITY, events);
    assertEquals(2, stockouts.size());
    assertEquals(10, (stockouts.get(0).number(Field.FROM) - midnight) / 3_600_000);
    assertEquals(13, (stockouts.get(0).number(Field.TO) - midnight) / 3_600_000);
    assertEquals(21, (stockouts.get(1).number(Field.FROM) - midnight) / 3_600_000);
    assertEquals(22, (stockouts.get(1).number(Field.TO) - midnight) / 3_600_000);
  }

  @Test
  void promotedDaysInARowAreOnePlanKnownFiveWeeksAhead() throws IOException {
    List<String> lines = new ArrayList<>(List.of("date,storeId,productId,quantity,promotion"));
    for (int day = 0; day < 60; day++) {
      int promoted = day >= 40 && day < 45 || day == 50 || day == 3 ? 1 : 0;
      lines.add(LocalDate.of(2024, 1, 1).plusDays(day) + ",s,p,1," + promoted);
    }
    List<Event> plans =
        of(EventType.PROMOTION, play(ReplayOptions.USUAL, lines.toArray(new String[0])));
    long first = LocalDate.of(2024, 1, 1).toEpochDay();
    assertEquals(
        List.of(first + 3, first + 40, first + 50),
        plans.stream().map(plan -> plan.number(Field.FROM_DAY)).toList());
    assertEquals(first + 44, plans.get(1).number(Field.TO_DAY));
    assertEquals(at("2024-01-01T00:00:00Z"), plans.get(0).occurredAt());
    assertEquals(at("2024-01-06T06:00:00Z"), plans.get(1).occurredAt());
    assertEquals(PromotionPlans.NOMINAL_DISCOUNT, plans.get(1).number(Field.DISCOUNT));
  }

  @Test
  void replenishmentKeepsTheBooksAndDeliversWhatItOrdered() throws IOException {
    List<TimedEvent> events = play(WITH_STOCK, manyDays(120));
    Map<String, Event> orders = new HashMap<>();
    of(EventType.ORDER, events).forEach(o -> orders.put(o.productId() + o.text(Field.ORDER_ID), o));
    List<Event> receipts = of(EventType.RECEIPT, events);
    assertTrue(receipts.size() > 10);
    for (Event receipt : receipts) {
      Event order = orders.get(receipt.productId() + receipt.text(Field.ORDER_ID));
      assertEquals(order.quantity(), receipt.quantity());
      assertEquals(
          order.number(Field.EXPECTED_ON), Math.floorDiv(receipt.occurredAt(), 86_400_000L));
    }
    Map<String, Long> onHand = new HashMap<>();
    for (TimedEvent timed : events) {
      Event e = timed.event();
      switch (e.type()) {
        case SALE -> {
          assertTrue(onHand.containsKey(e.productId()), "sold before the first count");
          onHand.merge(e.productId(), -e.quantity(), Long::sum);
        }
        case RECEIPT -> onHand.merge(e.productId(), e.quantity(), Long::sum);
        case COUNT -> {
          Long books = onHand.put(e.productId(), e.quantity());
          assertTrue(books == null || Math.max(0, books) == e.quantity(), e::toString);
        }
        default -> {
          continue;
        }
      }
    }
  }

  @Test
  void eachStoreProductIsIntroducedWithItsTermsBeforeItsFirstEvent() throws IOException {
    List<TimedEvent> events =
        play(
            WITH_STOCK,
            "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country",
            "500,22752,B,2,2010-12-01 08:00:00,1.00,1,UK",
            "C501,22752,B,-2,2010-12-01 09:00:00,1.00,1,UK",
            "502,22753,B,2,2010-12-02 08:00:00,1.00,1,UK");
    List<EventType> types =
        events.stream()
            .map(timed -> timed.event().type())
            .filter(type -> type != EventType.TICK)
            .toList();
    assertEquals(
        List.of(
            EventType.STORE,
            EventType.POLICY,
            EventType.COUNT,
            EventType.SALE,
            EventType.VOID,
            EventType.POLICY,
            EventType.COUNT,
            EventType.SALE),
        types);
    Event policy = of(EventType.POLICY, events).get(0);
    assertEquals(30_000, policy.number(Field.LEAD_TIME_DAYS));
    assertEquals(9_000, policy.number(Field.SERVICE_LEVEL));
    assertEquals("Europe/London", of(EventType.STORE, events).get(0).text(Field.ZONE));
    assertEquals(at("2010-12-03T03:00:00Z"), events.get(events.size() - 1).at());
  }
}
