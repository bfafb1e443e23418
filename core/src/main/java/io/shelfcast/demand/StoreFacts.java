package io.shelfcast.demand;

import io.shelfcast.event.DateList;
import io.shelfcast.event.Event;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.event.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known about a store: zone, country and planned closed days, from its newest STORE event.
 * Immutable.
 */
public final class StoreFacts {
  /** Trading hours, by the store's clock, in which being out of stock loses demand. */
  private static final LocalTime TRADING_FROM = LocalTime.of(6, 0);

  private static final LocalTime TRADING_TO = LocalTime.of(22, 0);

  private final ZoneId zone;
  private final String country;
  private final Set<Integer> closedDays;
  private final Stamp stamp;
  private final long revision;

  private StoreFacts(
      ZoneId zone, String country, Set<Integer> closedDays, Stamp stamp, long revision) {
    this.zone = zone;
    this.country = country;
    this.closedDays = closedDays;
    this.stamp = stamp;
    this.revision = revision;
  }

  /** A store of which nothing is known but the zone that a setting assumes. */
  public static StoreFacts unknown(ZoneId zone) {
    return new StoreFacts(zone, "", Set.of(), Stamp.NEVER, 0);
  }

  /**
   * These facts with a STORE event taken in: the newest by (occurredAt, eventId) wins, and each one
   * counts in {@link #revision()}.
   */
  public StoreFacts with(Event store) {
    Stamp at = Stamp.of(store);
    if (!at.isAfter(stamp)) {
      return new StoreFacts(zone, country, closedDays, stamp, revision + 1);
    }
    Set<Integer> days = new TreeSet<>();
    for (int day : DateList.days(store.text(Field.CLOSED_DAYS, ""))) {
      days.add(day);
    }
    ZoneId newZone = ZoneId.of(store.text(Field.ZONE));
    return new StoreFacts(newZone, store.text(Field.COUNTRY, ""), days, at, revision + 1);
  }

  public ZoneId zone() {
    return zone;
  }

  /** ISO 3166 code, or empty where unknown. */
  public String country() {
    return country;
  }

  /** Number of STORE events taken in. */
  public long revision() {
    return revision;
  }

  public boolean isPlannedClosed(int day) {
    return closedDays.contains(day);
  }

  /** The business day of an instant, in days since the epoch. */
  public int businessDay(long millis) {
    return businessDay(millis, zone);
  }

  static int businessDay(long millis, ZoneId zone) {
    return (int) Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toEpochDay();
  }

  /** The instant a business day begins, in milliseconds since the epoch. */
  public long startOf(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** Share of the day's clock that has passed, from 0 to 1, whatever length the day has. */
  public double clockShare(int day, long millis) {
    long from = startOf(day);
    double share = (millis - from) / (double) (startOf(day + 1) - from);
    return Math.max(0, Math.min(1, share));
  }

  /** The instant trading begins on a day. */
  long tradingFrom(int day) {
    return at(day, TRADING_FROM);
  }

  /** The instant trading ends on a day. */
  long tradingTo(int day) {
    return at(day, TRADING_TO);
  }

  private long at(int day, LocalTime time) {
    return LocalDate.ofEpochDay(day).atTime(time).atZone(zone).toInstant().toEpochMilli();
  }

  /** Writes all of it; {@link #read} is its inverse. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(zone.getId());
    out.writeUTF(country);
    Varint.write(out, closedDays.size());
    for (int day : closedDays) {
      Varint.write(out, day);
    }
    stamp.write(out);
    Varint.write(out, revision);
  }

  public static StoreFacts read(DataInput in) throws IOException {
    ZoneId zone = ZoneId.of(in.readUTF());
    String country = in.readUTF();
    Set<Integer> days = new TreeSet<>();
    for (int n = Varint.readInt(in); n > 0; n--) {
      days.add(Varint.readInt(in));
    }
    return new StoreFacts(zone, country, days, Stamp.read(in), Varint.read(in));
  }
}
