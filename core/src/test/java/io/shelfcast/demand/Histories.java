package io.shelfcast.demand;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.StoreProductKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded days of one store-product, with everything a till and a stock room can send. */
public final class Histories {
  public static final StoreProductKey KEY = new StoreProductKey("s1", "p1");
  public static final int FIRST_DAY = (int) LocalDate.of(2026, 3, 20).toEpochDay();
  public static final StoreFacts STORE =
      StoreFacts.unknown(ZoneId.of("UTC"))
          .with(
              Event.of(EventType.STORE)
                  .with(Field.EVENT_ID, "store-1")
                  .with(Field.STORE_ID, "s1")
                  .with(Field.OCCURRED_AT, 0)
                  .with(Field.ZONE, "Europe/London")
                  .with(Field.CLOSED_DAYS, LocalDate.ofEpochDay(FIRST_DAY + 4).toString())
                  .build());

  private final Random random;
  private final List<Event> events = new ArrayList<>();
  private final List<Event> sales = new ArrayList<>();
  private int next;

  private Histories(long seed) {
    random = new Random(seed);
  }

  /** Events of some days in the order of their occurrence. */
  public static List<Event> random(long seed, int days) {
    Histories h = new Histories(seed);
    for (int day = FIRST_DAY; day < FIRST_DAY + days; day++) {
      h.addDay(day);
    }
    h.events.sort((x, y) -> Long.compare(x.occurredAt(), y.occurredAt()));
    return h.events;
  }

  private void addDay(int day) {
    for (int n = random.nextInt(6); n > 0; n--) {
      Event.Builder sale =
          event(EventType.SALE, day).with(Field.QUANTITY, 10_000L * (1 + random.nextInt(5)));
      if (random.nextBoolean()) {
        sale.with(Field.UNIT_PRICE, 199 + random.nextInt(50));
      }
      if (random.nextInt(4) == 0) {
        sale.with(Field.PROMOTION, 1);
      }
      sales.add(add(sale));
    }
    if (!sales.isEmpty() && random.nextInt(2) == 0) {
      addVoid(day);
    }
    EventType[] others = {
      EventType.RETURN,
      EventType.ADJUST,
      EventType.COUNT,
      EventType.RECEIPT,
      EventType.ORDER,
      EventType.POLICY,
      EventType.PROMOTION,
      EventType.PRODUCT,
      EventType.AVAILABILITY
    };
    for (int n = random.nextInt(4); n > 0; n--) {
      addOther(others[random.nextInt(others.length)], day);
    }
  }

  private void addVoid(int day) {
    Event sale = sales.get(random.nextInt(sales.size()));
    int saleDay = STORE.businessDay(sale.occurredAt());
    if (day - saleDay < 3) {
      add(
          event(EventType.VOID, day)
              .with(Field.VOIDS_EVENT_ID, sale.eventId())
              .with(Field.VOIDS_DAY, saleDay));
    }
  }

  private void addOther(EventType type, int day) {
    Event.Builder b = event(type, day);
    long units = 10_000L * (1 + random.nextInt(20));
    switch (type) {
      case ADJUST:
        b.with(Field.QUANTITY, -units / 4).with(Field.REASON, "shrink");
        break;
      case ORDER:
        b.with(Field.QUANTITY, units).with(Field.ORDER_ID, "o" + random.nextInt(4));
        b.with(Field.EXPECTED_ON, day + random.nextInt(5));
        if (random.nextInt(5) == 0) {
          b.with(Field.CANCELLED, 1);
        }
        break;
      case RECEIPT:
        b.with(Field.QUANTITY, units).with(Field.ORDER_ID, "o" + random.nextInt(4));
        break;
      case POLICY:
        b.with(Field.LEAD_TIME_DAYS, 10_000L * (1 + random.nextInt(6)));
        b.with(Field.LEAD_TIME_SD_DAYS, 10_000L * random.nextInt(2));
        b.with(Field.REVIEW_PERIOD_DAYS, 10_000).with(Field.SERVICE_LEVEL, 9_500);
        break;
      case PROMOTION:
        b.with(Field.FROM_DAY, day + random.nextInt(3)).with(Field.TO_DAY, day + 5);
        b.with(Field.DISCOUNT, 1_000L * random.nextInt(4));
        break;
      case PRODUCT:
        b.with(Field.CATEGORY, "c" + random.nextInt(3));
        break;
      case AVAILABILITY:
        long from = STORE.startOf(day) + random.nextInt(80_000_000);
        b.with(Field.FROM, from).with(Field.TO, from + 1 + random.nextInt(20_000_000));
        b.with(Field.STOCKOUT_SHARE, random.nextInt(10_001));
        break;
      default:
        b.with(Field.QUANTITY, units);
    }
    add(b);
  }

  private Event.Builder event(EventType type, int day) {
    return Event.of(type)
        .with(Field.EVENT_ID, "e" + next++)
        .with(Field.STORE_ID, KEY.storeId())
        .with(Field.PRODUCT_ID, KEY.productId())
        .with(Field.OCCURRED_AT, STORE.startOf(day) + random.nextInt(82_000_000));
  }

  private Event add(Event.Builder builder) {
    Event event = builder.build();
    events.add(event);
    return event;
  }
}
