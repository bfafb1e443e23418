package io.shelfcast.event;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set of days as an event holds it: ISO-8601 dates in one text, ascending, each once, separated
 * by commas. The empty text is the empty set.
 */
public final class DateList {
  private DateList() {}

  /** The held form of days since the epoch. */
  public static String of(SortedSet<Long> epochDays) {
    StringBuilder held = new StringBuilder(11 * epochDays.size());
    for (long day : epochDays) {
      held.append(held.length() == 0 ? "" : ",").append(LocalDate.ofEpochDay(day));
    }
    return held.toString();
  }

  /**
   * Days since the epoch, ascending.
   *
   * @throws IllegalArgumentException if the text is not in the held form
   */
  public static int[] days(String held) {
    try {
      return parse(Field.CLOSED_DAYS, held).stream().mapToInt(Long::intValue).toArray();
    } catch (RefusedEvent e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static void check(Field field, String held) throws RefusedEvent {
    if (!of(parse(field, held)).equals(held)) {
      throw new RefusedEvent(field, "is not in ascending order");
    }
  }

  private static SortedSet<Long> parse(Field field, String held) throws RefusedEvent {
    SortedSet<Long> days = new TreeSet<>();
    if (!held.isEmpty()) {
      for (String date : held.split(",", -1)) {
        add(field, date, days);
      }
    }
    return days;
  }

  /** Adds one date; a day named twice counts once, as when two holidays fall on it. */
  static void add(Field field, String date, SortedSet<Long> days) throws RefusedEvent {
    long day = IsoTime.date(field, date);
    if (day < EventLimits.FIRST_DAY) {
      throw new RefusedEvent(field, "lies outside the years 1900 to 9999");
    }
    days.add(day);
    if (days.size() > EventLimits.MAX_CLOSED_DAYS) {
      throw new RefusedEvent(field, "names more than " + EventLimits.MAX_CLOSED_DAYS + " days");
    }
  }
}
