package io.shelfcast.sql;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Eight weeks of two small stores from Monday 2026-03-02 on, plain enough that what a query must
 * answer can be counted by hand; before them two weeks of back-fill.
 *
 * <p>North sells tea every day, 2 on Mondays up to 8 on Sundays at 3.50, twice that at 2.80 in the
 * promoted third week; and a jam on Mondays and Thursdays at 5.00, from the fourth week on at 5.50.
 * South sells 3 tea a day at 3.60 until its 30 are gone on the eleventh day, and again from the
 * thirteenth on; and a soap each tenth day at a price nobody wrote down.
 */
final class Shop {
  static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
  static final int DAYS = 56;
  static final int BACKFILLED_DAYS = 14;

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final long START = FIRST.toEpochDay() * DAY;
  private static final int PROMOTED_FROM = 14;
  private static final int PROMOTED_TO = 20;
  private static final int DEARER_FROM = 21;
  private static final int EMPTY_FROM = 10;
  private static final int FULL_FROM = 12;

  private final List<Arrival> arrivals = new ArrayList<>();

  private Shop() {}

  /** Everything that reaches the job, in the order of arrival. */
  static List<Arrival> arrivals() {
    Shop shop = new Shop();
    shop.open();
    for (int day = 0; day < DAYS; day++) {
      shop.trade(day);
    }
    shop.correct();
    shop.arrivals.sort(Comparator.comparingLong(Arrival::arrivedAt));
    return shop.arrivals;
  }

  /** Four tea a day in North. */
  static ArchivedEvent backfill(int daysBefore) {
    long at = START - daysBefore * DAY;
    String id = "backfill/north/tea/" + FIRST.minusDays(daysBefore);
    Event event =
        about(EventType.DAY, id, "north", "tea", at)
            .with(Field.QUANTITY, 40_000)
            .with(Field.UNIT_PRICE, 340)
            .build();
    int day = (int) FIRST.toEpochDay() - daysBefore;
    return new ArchivedEvent(
        event, Fate.APPLIED, ArchivedEvent.Origin.BACKFILL, at + DAY, day, 0, 0);
  }

  private void open() {
    count("north", "tea", 500);
    count("north", "jam", 40);
    count("south", "tea", 30);
    count("south", "soap", 25);
    arrive(
        about(EventType.POLICY, "policy-tea", "north", "tea", at(0, 6))
            .with(Field.LEAD_TIME_DAYS, 30_000)
            .with(Field.REVIEW_PERIOD_DAYS, 10_000)
            .with(Field.SERVICE_LEVEL, 9_000)
            .with(Field.PACK_SIZE, 60_000));
    arrive(
        about(EventType.ORDER, "order-1", "south", "tea", at(EMPTY_FROM, 18))
            .with(Field.ORDER_ID, "1")
            .with(Field.QUANTITY, 2_000_000)
            .with(Field.EXPECTED_ON, FIRST.plusDays(FULL_FROM)));
    arrive(
        about(EventType.RECEIPT, "receipt-1", "south", "tea", at(FULL_FROM, 6))
            .with(Field.ORDER_ID, "1")
            .with(Field.QUANTITY, 2_000_000));
  }

  private void trade(int day) {
    boolean promoted = day >= PROMOTED_FROM && day <= PROMOTED_TO;
    int tea = (2 + day % 7) * (promoted ? 2 : 1);
    sell("north", "tea", day, tea, promoted ? 280 : 350, promoted);
    if (day % 7 == 0 || day % 7 == 3) {
      sell("north", "jam", day, 1, day < DEARER_FROM ? 500 : 550, false);
    }
    if (day < EMPTY_FROM || day >= FULL_FROM) {
      sell("south", "tea", day, 3, 360, false);
    }
    if (day % 10 == 0) {
      arrive(sale("soap-" + day, "south", "soap", at(day, 9), 1));
    }
    for (int hour = 2; hour < 24; hour += 6) {
      tick("north", at(day, hour));
      tick("south", at(day, hour));
    }
  }

  /** What goes wrong: voids, returns, a duplicate, a late sale, one too late, and no event. */
  private void correct() {
    arrive(sale("mistake-1", "north", "jam", at(9, 11), 7).with(Field.UNIT_PRICE, 500));
    takeBack("mistake-1", 9, at(9, 12));
    arrive(sale("mistake-2", "north", "jam", at(27, 22), 5).with(Field.UNIT_PRICE, 550));
    takeBack("mistake-2", 27, at(28, 8));
    arrive(
        about(EventType.RETURN, "return-1", "north", "jam", at(15, 10))
            .with(Field.QUANTITY, 10_000)
            .with(Field.REASON, "broken glass"));
    arrive(
        about(EventType.RETURN, "return-2", "north", "tea", at(16, 10))
            .with(Field.QUANTITY, 20_000));
    Event twice = sale("twice", "south", "tea", at(20, 15), 1).with(Field.UNIT_PRICE, 360).build();
    arrivals.add(live(twice, twice.occurredAt()));
    arrivals.add(live(twice, twice.occurredAt() + HOUR));
    Event late = sale("late", "south", "tea", at(21, 17), 2).with(Field.UNIT_PRICE, 360).build();
    arrivals.add(live(late, at(23, 10)));
    Event tooLate = sale("too-late", "south", "tea", at(8, 17), 2).build();
    arrivals.add(live(tooLate, at(30, 10)));
    arrivals.add(new ArrivalReader(false).read("{}".getBytes(StandardCharsets.UTF_8), at(25, 12)));
  }

  private void count(String store, String product, long units) {
    arrive(
        about(EventType.COUNT, "count-" + store + product, store, product, at(0, 5))
            .with(Field.QUANTITY, units * 10_000));
  }

  private void sell(
      String store, String product, int day, long units, long price, boolean promoted) {
    Event.Builder sale = sale(store + product + day, store, product, at(day, 9), units);
    sale.with(Field.UNIT_PRICE, price);
    if (promoted) {
      sale.with(Field.PROMOTION, 1);
    }
    arrive(sale);
  }

  private static Event.Builder sale(String id, String store, String product, long at, long units) {
    return about(EventType.SALE, id, store, product, at).with(Field.QUANTITY, units * 10_000);
  }

  private void takeBack(String sale, int day, long at) {
    arrive(
        about(EventType.VOID, "no-" + sale, "north", "jam", at)
            .with(Field.VOIDS_EVENT_ID, sale)
            .with(Field.VOIDS_DAY, FIRST.plusDays(day)));
  }

  private void tick(String store, long at) {
    arrive(common(EventType.TICK, store + at, store, at));
  }

  private static Event.Builder about(
      EventType type, String id, String store, String product, long at) {
    return common(type, id, store, at).with(Field.PRODUCT_ID, product);
  }

  private static Event.Builder common(EventType type, String id, String store, long at) {
    return Event.of(type)
        .with(Field.EVENT_ID, id)
        .with(Field.STORE_ID, store)
        .with(Field.OCCURRED_AT, at);
  }

  private void arrive(Event.Builder builder) {
    Event event = builder.build();
    arrivals.add(live(event, event.occurredAt()));
  }

  private static Arrival live(Event event, long arrivedAt) {
    return Arrival.live(event, arrivedAt, arrivedAt);
  }

  private static long at(int day, int hour) {
    return START + day * DAY + hour * HOUR;
  }
}
