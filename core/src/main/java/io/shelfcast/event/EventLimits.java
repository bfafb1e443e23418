package io.shelfcast.event;

import java.time.LocalDate;

/** The stated limit on everything an event can carry; what lies beyond is refused. */
public final class EventLimits {
  /** One record on the stream, in bytes. */
  public static final int MAX_RECORD_BYTES = 64 * 1024;

  /** Any text, in chars. */
  public static final int MAX_TEXT_LENGTH = 128;

  /**
   * storeId and productId together, in chars: a stream's partition key holds 256 with the slash.
   */
  public static final int MAX_KEY_LENGTH = 255;

  /** A JSON number as it is written, in chars. */
  public static final int MAX_NUMBER_LENGTH = 40;

  /** A quantity, in units. */
  public static final int MAX_UNITS = 1_000_000;

  /** A price or cost, in currency units. */
  public static final int MAX_MONEY = 1_000_000;

  /** Mean lead time and review period together: no forecast reaches further. */
  public static final int MAX_PROTECTION_DAYS = 90;

  /** An AVAILABILITY interval. */
  public static final int MAX_INTERVAL_DAYS = 7;

  /** A planned PROMOTION, both ends counted. */
  public static final int MAX_PROMOTION_DAYS = 400;

  /** Planned closed days of a store. */
  public static final int MAX_CLOSED_DAYS = 400;

  /** How far an event may lie ahead of its arrival: a till's clock may be set to the wrong day. */
  public static final int MAX_DAYS_AHEAD = 1;

  /** The first day that any date or instant may name, in days since the epoch. */
  public static final long FIRST_DAY = LocalDate.of(1900, 1, 1).toEpochDay();

  /** The last day that any date or instant may name, in days since the epoch. */
  public static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  static final long DAY_MILLIS = 86_400_000L;

  private EventLimits() {}
}
