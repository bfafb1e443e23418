package io.shelfcast.producer.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.RefusedEvent;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.series.DailyRow;
import io.shelfcast.producer.timeline.Disturbance;
import io.shelfcast.producer.timeline.TimedEvent;
import io.shelfcast.producer.timeline.Trait;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 27);

  private static SimulationOptions options(long seed, int days, int history, Disturbance wrong) {
    return new SimulationOptions(
        seed,
        3,
        20,
        START,
        days,
        history,
        6,
        List.of(ZoneId.of("Europe/London"), ZoneId.of("America/New_York")),
        Duration.ofHours(1),
        Duration.ofHours(6),
        wrong);
  }

  private static List<TimedEvent> live(SimulationOptions options) {
    List<TimedEvent> events = new ArrayList<>();
    new Simulation(options).timeline().forEachRemaining(events::add);
    return events;
  }

  private static List<DailyRow> past(SimulationOptions options) {
    List<DailyRow> rows = new ArrayList<>();
    try (History history = new Simulation(options).history()) {
      history.days().forEachRemaining(day -> rows.addAll(day.rows()));
    }
    return rows;
  }

  private static List<Event> of(EventType type, List<TimedEvent> events) {
    return events.stream().map(TimedEvent::event).filter(e -> e.type() == type).toList();
  }

  @Test
  void theSameSeedGivesTheSameEventsAndAnotherSeedOthers() {
    Disturbance wrong = new Disturbance(5, 0.05, 0.01, 0.05, 0.02);
    List<TimedEvent> once = live(options(5, 10, 30, wrong));
    assertEquals(once, live(options(5, 10, 30, wrong)));
    assertNotEquals(once.size(), live(options(6, 10, 30, wrong)).size());
  }

  @Test
  void everyEventCanBeSentInOrderOfTimeAndNamesAreUnique() throws RefusedEvent {
    Set<String> ids = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (TimedEvent timed : live(options(7, 20, 60, Disturbance.NONE))) {
      assertEquals(timed.event(), EventCodec.decode(EventCodec.encode(timed.event())));
      EventCodec.checkArrival(timed.event(), timed.at());
      assertTrue(ids.add(timed.event().eventId()), timed.event().eventId());
      assertTrue(timed.at() >= last);
      assertEquals(timed.at(), timed.event().number(Field.SENT_AT));
      last = timed.at();
    }
  }

  @Test
  void liveDaysFollowFromHistory() {
    SimulationOptions whole = options(3, 0, 90, Disturbance.NONE);
    SimulationOptions split =
        new SimulationOptions(
            3,
            3,
            20,
            START.minusDays(30),
            30,
            60,
            6,
            whole.zones(),
            whole.tickEvery(),
            whole.closeAfter(),
            Disturbance.NONE);
    Map<String, Long> expected = new HashMap<>();
    for (DailyRow row : past(whole)) {
      if (row.day() >= START.minusDays(30).toEpochDay() && row.quantity() > 0) {
        expected.put(row.storeId() + row.productId() + row.day(), row.quantity());
      }
    }
    assertEquals(expected, soldByDay(live(split), split));
  }

  private static Map<String, Long> soldByDay(List<TimedEvent> events, SimulationOptions options) {
    Map<String, Event> sales = new HashMap<>();
    for (TimedEvent timed : events) {
      Event event = timed.event();
      if (event.type() == EventType.SALE) {
        sales.put(event.eventId(), event);
      } else if (event.type() == EventType.VOID) {
        assertTrue(sales.remove(event.text(Field.VOIDS_EVENT_ID)) != null);
      }
    }
    Map<String, Branch> branches = new HashMap<>();
    Catalogue.branches(options).forEach(branch -> branches.put(branch.id(), branch));
    Map<String, Long> sold = new HashMap<>();
    for (Event sale : sales.values()) {
      ZoneId zone = branches.get(sale.storeId()).clock().zone();
      long day =
          java.time.Instant.ofEpochMilli(sale.occurredAt()).atZone(zone).toLocalDate().toEpochDay();
      sold.merge(sale.storeId() + sale.productId() + day, sale.quantity(), Long::sum);
    }
    return sold;
  }

  @Test
  void theBooksBalance() {
    List<TimedEvent> events = live(options(11, 60, 30, Disturbance.NONE));
    Map<StoreProductKey, Long> onHand = new HashMap<>();
    Map<String, Long> sales = new HashMap<>();
    int counts = 0;
    for (TimedEvent timed : events) {
      Event event = timed.event();
      if (event.type().isStoreLevel()) {
        continue;
      }
      StoreProductKey key = StoreProductKey.of(event);
      switch (event.type()) {
        case SALE -> {
          sales.put(event.eventId(), event.quantity());
          onHand.merge(key, -event.quantity(), Long::sum);
        }
        case VOID -> onHand.merge(key, sales.get(event.text(Field.VOIDS_EVENT_ID)), Long::sum);
        case RETURN, RECEIPT, ADJUST -> onHand.merge(key, event.quantity(), Long::sum);
        case COUNT -> {
          long books = onHand.getOrDefault(key, event.quantity());
          assertTrue(books >= event.quantity(), "more than the books say: " + event);
          assertTrue(books - event.quantity() <= 30_000, "far too little: " + event);
          onHand.put(key, event.quantity());
          counts++;
        }
        default -> {
          continue;
        }
      }
      assertTrue(onHand.getOrDefault(key, 0L) >= 0, "sold what was not there: " + event);
    }
    assertTrue(counts > 100);
  }

  @Test
  void theWorldIsAsRichAsARealOne() {
    SimulationOptions options = options(2, 0, 400, Disturbance.NONE);
    List<DailyRow> rows = past(options);
    long open = rows.stream().filter(row -> !row.isClosed()).count();
    double censored = rows.stream().filter(row -> row.stockoutShare() > 500).count();
    double zero = rows.stream().filter(row -> !row.isClosed() && row.quantity() == 0).count();
    double promoted = rows.stream().filter(DailyRow::isPromoted).count();
    assertTrue(censored / open > 0.005 && censored / open < 0.2, "censored " + censored / open);
    assertTrue(zero / open > 0.03 && zero / open < 0.5, "zero " + zero / open);
    assertTrue(promoted / open > 0.02 && promoted / open < 0.3, "promoted " + promoted / open);
    assertTrue(rows.stream().anyMatch(DailyRow::isClosed));
    assertTrue(rows.stream().noneMatch(row -> row.isClosed() && row.quantity() > 0));
  }

  @Test
  void factsComeBeforeWhatHappensAndPromotionsAreKnownAhead() {
    List<TimedEvent> events = live(options(4, 60, 60, Disturbance.NONE));
    Set<String> stores = new HashSet<>();
    Set<StoreProductKey> known = new HashSet<>();
    for (TimedEvent timed : events) {
      Event event = timed.event();
      if (event.type() == EventType.STORE) {
        stores.add(event.storeId());
      } else if (event.type() == EventType.POLICY) {
        known.add(StoreProductKey.of(event));
      } else if (event.type() == EventType.SALE) {
        assertTrue(stores.contains(event.storeId()));
        assertTrue(known.contains(StoreProductKey.of(event)));
      }
    }
    List<Event> plans = of(EventType.PROMOTION, events);
    assertFalse(plans.isEmpty());
    int startDay = (int) START.toEpochDay();
    for (Event plan : plans) {
      long madeOn = Math.floorDiv(plan.occurredAt(), 86_400_000L);
      assertTrue(plan.number(Field.FROM_DAY) - madeOn >= 27 || madeOn <= startDay, plan::toString);
    }
    Set<String> promoted = new HashSet<>();
    plans.forEach(plan -> promoted.add(plan.productId()));
    for (Event sale : of(EventType.SALE, events)) {
      assertTrue(!sale.flag(Field.PROMOTION) || promoted.contains(sale.productId()));
    }
  }

  @Test
  void disturbancesAreInjectedInTheSharesAskedForAndNothingIsLost() {
    List<TimedEvent> plain = live(options(9, 30, 30, Disturbance.NONE));
    Disturbance wrong = new Disturbance(1, 0.02, 0.01, 0.03, 0.01);
    List<TimedEvent> disturbed = live(options(9, 30, 30, wrong));
    Map<Trait, Long> traits = new EnumMap<>(Trait.class);
    Set<String> ids = new HashSet<>();
    long last = Long.MIN_VALUE;
    for (TimedEvent timed : disturbed) {
      traits.merge(timed.trait(), 1L, Long::sum);
      ids.add(timed.event().eventId());
      assertTrue(timed.at() >= last);
      last = timed.at();
    }
    Set<String> expected = new HashSet<>();
    plain.forEach(timed -> expected.add(timed.event().eventId()));
    assertEquals(expected, ids);
    long tills = of(EventType.SALE, plain).size() + of(EventType.VOID, plain).size();
    assertEquals(0.03, traits.get(Trait.LATE) / (double) tills, 0.01);
    assertEquals(0.03, traits.get(Trait.DUPLICATE) / (double) tills, 0.01);
    assertEquals(0.01, traits.get(Trait.MALFORMED) / (double) tills, 0.005);
    assertEquals(
        plain.size() + traits.get(Trait.DUPLICATE) + traits.get(Trait.MALFORMED), disturbed.size());
  }

  @Test
  void ticksGoOnUntilTheLastDayHasClosedInEveryZone() {
    SimulationOptions options = options(1, 2, 0, Disturbance.NONE);
    List<TimedEvent> events = live(options);
    long newYorkMidnight =
        START.plusDays(2).atStartOfDay(ZoneId.of("America/New_York")).toInstant().toEpochMilli();
    TimedEvent last = events.get(events.size() - 1);
    assertEquals(EventType.TICK, last.event().type());
    assertEquals(newYorkMidnight + Duration.ofHours(6).toMillis(), last.at());
  }
}
