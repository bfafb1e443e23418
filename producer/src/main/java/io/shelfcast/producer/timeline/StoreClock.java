package io.shelfcast.producer.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** Turns business days and times of day into instants, by the clock of one zone. Immutable. */
public record StoreClock(ZoneId zone) {
  /** The instant a business day begins, in milliseconds since the epoch. */
  public long startOf(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /**
   * The instant so long after the day's start; where the clock was set back or forth on that day it
   * is an hour off the time on the wall, but always within the day.
   */
  public long at(int day, Duration sinceStart) {
    return at(day, sinceStart.toMillis());
  }

  /** As {@link #at(int, Duration)}, in milliseconds. */
  public long at(int day, long millisSinceStart) {
    return Math.min(startOf(day) + millisSinceStart, startOf(day + 1) - 1);
  }
}
