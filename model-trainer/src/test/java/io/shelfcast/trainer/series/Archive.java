package io.shelfcast.trainer.series;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Builds archived events for tests: back-filled days, sales, and whole shops of both. */
public final class Archive {
  public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  private final List<ArchivedEvent> events = new ArrayList<>();
  private long ordinal;

  public List<ArchivedEvent> events() {
    return events;
  }

  public SeriesList source() {
    return new SeriesList("test", events, ZONE);
  }

  private static long at(int day, LocalTime time) {
    return LocalDate.ofEpochDay(day).atTime(time).atZone(ZONE).toInstant().toEpochMilli();
  }

  /** A day from back-fill, in units. */
  public Archive day(String store, String product, int day, double units) {
    Event event =
        Event.of(EventType.DAY)
            .with(Field.EVENT_ID, "backfill/" + store + "/" + product + "/" + day)
            .with(Field.STORE_ID, store)
            .with(Field.PRODUCT_ID, product)
            .with(Field.OCCURRED_AT, at(day, LocalTime.NOON))
            .with(Field.QUANTITY, Math.round(units * 10_000))
            .build();
    long arrived = at(day + 1, LocalTime.MIDNIGHT);
    events.add(
        new ArchivedEvent(event, Fate.APPLIED, ArchivedEvent.Origin.BACKFILL, arrived, day, 0, 0));
    return this;
  }

  /** A sale that arrives some minutes after it was made. */
  public Archive sale(
      String store, String product, int day, LocalTime time, double units, long minutesLate) {
    Event event =
        Event.of(EventType.SALE)
            .with(Field.EVENT_ID, "sale-" + events.size())
            .with(Field.STORE_ID, store)
            .with(Field.PRODUCT_ID, product)
            .with(Field.OCCURRED_AT, at(day, time))
            .with(Field.QUANTITY, Math.round(units * 10_000))
            .build();
    return live(event, day, at(day, time) + minutesLate * 60_000);
  }

  /** Takes back the n-th event. */
  public Archive voidOf(int event, int day, LocalTime time) {
    ArchivedEvent sale = events.get(event);
    Event voiding =
        Event.of(EventType.VOID)
            .with(Field.EVENT_ID, "void-" + events.size())
            .with(Field.STORE_ID, sale.event().storeId())
            .with(Field.PRODUCT_ID, sale.event().productId())
            .with(Field.OCCURRED_AT, at(day, time))
            .with(Field.VOIDS_EVENT_ID, sale.event().eventId())
            .with(Field.VOIDS_DAY, sale.businessDay())
            .build();
    return live(voiding, day, at(day, time));
  }

  /** The shelf was empty from a time of a day to its end. */
  public Archive empty(String store, String product, int day, LocalTime from) {
    Event event =
        Event.of(EventType.AVAILABILITY)
            .with(Field.EVENT_ID, "empty-" + events.size())
            .with(Field.STORE_ID, store)
            .with(Field.PRODUCT_ID, product)
            .with(Field.OCCURRED_AT, at(day + 1, LocalTime.MIDNIGHT))
            .with(Field.FROM, at(day, from))
            .with(Field.TO, at(day + 1, LocalTime.MIDNIGHT))
            .with(Field.STOCKOUT_SHARE, 10_000)
            .build();
    return live(event, day, at(day + 1, LocalTime.MIDNIGHT));
  }

  /** What a store says of itself, with one closed day. */
  public Archive store(String store, int day, int closedDay) {
    Event event =
        Event.of(EventType.STORE)
            .with(Field.EVENT_ID, "store-" + store + "-" + day)
            .with(Field.STORE_ID, store)
            .with(Field.OCCURRED_AT, at(day, LocalTime.MIDNIGHT))
            .with(Field.ZONE, ZONE.getId())
            .with(Field.CLOSED_DAYS, LocalDate.ofEpochDay(closedDay).toString())
            .build();
    return live(event, day, at(day, LocalTime.MIDNIGHT));
  }

  /** The stream's clock has come to a day's start. */
  public Archive tick(String store, int day) {
    Event event =
        Event.of(EventType.TICK)
            .with(Field.EVENT_ID, "tick-" + store + "-" + day)
            .with(Field.STORE_ID, store)
            .with(Field.OCCURRED_AT, at(day, LocalTime.MIDNIGHT))
            .build();
    return live(event, day, at(day, LocalTime.MIDNIGHT));
  }

  private Archive live(Event event, int day, long arrived) {
    events.add(
        new ArchivedEvent(
            event, Fate.APPLIED, ArchivedEvent.Origin.LIVE, arrived, day, ++ordinal, 1));
    return this;
  }

  /** Shops whose demand has a weekly shape, a slow wave and noise: there is something to learn. */
  public static Archive shops(int stores, int products, int fromDay, int days, long seed) {
    Archive archive = new Archive();
    SplittableRandom random = new SplittableRandom(seed);
    double[] week = {0.6, 0.8, 0.9, 1, 1.2, 1.6, 0.9};
    for (int s = 0; s < stores; s++) {
      for (int p = 0; p < products; p++) {
        double level = Math.exp(random.nextDouble() * 3);
        for (int d = fromDay; d < fromDay + days; d++) {
          double wave = 1 + 0.4 * Math.sin(2 * Math.PI * (d + 9 * p) / 60.0);
          double mean = level * wave * week[Math.floorMod(d, 7)];
          double noise = Math.sqrt(mean) * (random.nextDouble() + random.nextDouble() - 1);
          archive.day("s" + s, "p" + p, d, Math.max(0, Math.rint(mean + noise)));
        }
      }
    }
    return archive;
  }

  /** Midnight at the start of a day, in milliseconds since the epoch. */
  public static long midnight(int day) {
    return at(day, LocalTime.MIDNIGHT);
  }

  /** The same in a zone-free form, for tests of zones. */
  public static long utcMidnight(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
