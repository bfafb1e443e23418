package io.shelfcast.trainer.backtest;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** On which days forecasts are made, as a user says it. */
public final class Origins {
  /** Fewest days known at an origin. */
  public static final int LEAST_KNOWN_DAYS = 35;

  /** A chosen origin knows at least this part of the data, and a year where there is more. */
  private static final int KNOWN_PART = 2;

  private static final int YEAR = 366;

  private Origins() {}

  /**
   * Reads dates separated by commas, or a number of origins to be spaced evenly up to the last day
   * that has a whole horizon after it.
   *
   * @return first day forecast at each, in days since the epoch, ascending
   * @throws TrainingFailed saying what is wrong
   */
  public static List<Integer> parse(String text, int firstDay, int lastDay, int horizonDays) {
    boolean isNumber = text.matches("\\d{1,3}");
    TreeSet<Integer> days = new TreeSet<>();
    if (isNumber) {
      days.addAll(spaced(Integer.parseInt(text), firstDay, lastDay, horizonDays));
    } else {
      for (String date : text.split(",")) {
        days.add(day(date) + 1);
      }
    }
    for (int day : days) {
      if (day - firstDay < LEAST_KNOWN_DAYS || day > lastDay) {
        throw new TrainingFailed(
            String.format(
                "the origin %s needs %d days of data up to it and one after it; the data is from"
                    + " %s to %s",
                LocalDate.ofEpochDay(day - 1L),
                LEAST_KNOWN_DAYS,
                LocalDate.ofEpochDay(firstDay),
                LocalDate.ofEpochDay(lastDay)),
            null);
      }
    }
    return List.copyOf(days);
  }

  private static List<Integer> spaced(int count, int firstDay, int lastDay, int horizonDays) {
    int days = lastDay - firstDay + 1;
    int last = lastDay - horizonDays + 1;
    int earliest = firstDay + Math.max(LEAST_KNOWN_DAYS, Math.max(days / KNOWN_PART, YEAR));
    earliest =
        days < 2 * YEAR ? firstDay + Math.max(LEAST_KNOWN_DAYS, days / KNOWN_PART) : earliest;
    if (count < 1 || last < earliest) {
      throw new TrainingFailed(
          String.format(
              "%d days of data do not suffice for %d origins with %d days after each",
              Math.max(0, days), count, horizonDays),
          null);
    }
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      origins.add(
          count == 1 ? last : earliest + (int) ((long) (last - earliest) * i / (count - 1)));
    }
    return origins;
  }

  private static int day(String date) {
    try {
      return (int) LocalDate.parse(date.trim()).toEpochDay();
    } catch (DateTimeException e) {
      throw new TrainingFailed(
          "--origins takes dates like 2024-03-31, or how many to choose, not " + date, e);
    }
  }
}
