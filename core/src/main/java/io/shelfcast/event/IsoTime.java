package io.shelfcast.event;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;

/**
 * ISO-8601 dates and instants, read strictly: what {@code java.time} accepts of the extended form,
 * without its lower case, signed years and offsets with seconds. Written by hand because two
 * instants a record would otherwise cost more than all the rest of decoding it.
 */
final class IsoTime {
  private static final int DATE_LENGTH = 10;
  private static final int MAX_OFFSET_MINUTES = 18 * 60;

  private IsoTime() {}

  /** Days since the epoch of a text such as 2026-11-22. */
  static long date(Field field, CharSequence text) throws RefusedEvent {
    if (text.length() != DATE_LENGTH || !startsWithDate(text)) {
      throw new RefusedEvent(field, "is not an ISO-8601 date such as 2026-11-22");
    }
    return epochDay(field, text);
  }

  /**
   * Milliseconds since the epoch of a text such as 2026-11-22T10:15:00+01:00. Seconds may be left
   * out; digits below the millisecond are cut off.
   */
  static long instant(Field field, CharSequence text) throws RefusedEvent {
    int length = text.length();
    if (length < 16
        || !startsWithDate(text)
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || (digits(text, 11, 2) | digits(text, 14, 2)) < 0) {
      throw notAnInstant(field);
    }
    int at = 16;
    int second = 0;
    int milli = 0;
    if (at < length && text.charAt(at) == ':') {
      second = digits(text, at + 1, 2);
      at += 3;
      if (second >= 0 && at < length && text.charAt(at) == '.') {
        int end = endOfDigits(text, at + 1);
        milli = milli(text, at + 1, end);
        at = end;
      }
    }
    if ((second | milli) < 0) {
      throw notAnInstant(field);
    }
    if (at == length) {
      throw new RefusedEvent(field, "has no offset such as Z or +01:00");
    }
    int hour = digits(text, 11, 2);
    int minute = digits(text, 14, 2);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new RefusedEvent(field, "names a time of day that does not exist");
    }
    long minutes = epochDay(field, text) * 1440 + hour * 60 + minute - offset(field, text, at);
    return (minutes * 60 + second) * 1000 + milli;
  }

  private static long offset(Field field, CharSequence text, int at) throws RefusedEvent {
    char sign = text.charAt(at);
    if (sign == 'Z' && text.length() == at + 1) {
      return 0;
    }
    if ((sign != '+' && sign != '-') || text.length() != at + 6 || text.charAt(at + 3) != ':') {
      throw notAnInstant(field);
    }
    int hours = digits(text, at + 1, 2);
    int minutes = digits(text, at + 4, 2);
    if ((hours | minutes) < 0) {
      throw notAnInstant(field);
    }
    int total = hours * 60 + minutes;
    if (minutes > 59 || total > MAX_OFFSET_MINUTES) {
      throw new RefusedEvent(field, "has an offset beyond 18 hours or of more than 59 minutes");
    }
    return sign == '-' ? -total : total;
  }

  private static boolean startsWithDate(CharSequence text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (digits(text, 0, 4) | digits(text, 5, 2) | digits(text, 8, 2)) >= 0;
  }

  private static long epochDay(Field field, CharSequence text) throws RefusedEvent {
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 2);
    int day = digits(text, 8, 2);
    if (month < 1
        || month > 12
        || day < 1
        || day > Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year))) {
      throw new RefusedEvent(field, "names a date that does not exist");
    }
    return LocalDate.of(year, month, day).toEpochDay();
  }

  /** The number that {@code count} ASCII digits form, or -1 where they are not all there. */
  private static int digits(CharSequence text, int from, int count) {
    if (from + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int endOfDigits(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int milli(CharSequence text, int from, int end) {
    if (end == from || end - from > 9) {
      return -1;
    }
    int value = digits(text, from, Math.min(3, end - from));
    for (int i = end - from; i < 3; i++) {
      value *= 10;
    }
    return value;
  }

  private static RefusedEvent notAnInstant(Field field) {
    return new RefusedEvent(field, "is not an ISO-8601 instant such as 2026-11-22T10:15:00+01:00");
  }
}
