package io.shelfcast.producer.series;

import io.shelfcast.event.EventLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;

/** Reads the cells of a CSV line into the units of events; reasons name the column. */
public final class Decimals {
  private static final Set<String> YES = Set.of("1", "1.0", "true", "yes", "y");
  private static final Set<String> NO = Set.of("0", "0.0", "false", "no", "n");

  private Decimals() {}

  /** Units in 1/10,000, rounded half up; no more than an event can carry. */
  public static long quantity(String column, String cell) throws BadLine {
    return rounded(within(EventLimits.MAX_UNITS, column, cell), 4);
  }

  /** Money in minor units, rounded half up; no more than an event can carry. */
  public static long money(String column, String cell) throws BadLine {
    return rounded(within(EventLimits.MAX_MONEY, column, cell), 2);
  }

  /** A share from 0 to 1, in 1/10,000, rounded half up. */
  public static int share(String column, String cell) throws BadLine {
    BigDecimal share = number(column, cell);
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new BadLine(column + " " + cell + " is not between 0 and 1");
    }
    return (int) rounded(share, 4);
  }

  /** 1 or 0 for yes or no in their usual spellings. */
  public static int flag(String column, String cell) throws BadLine {
    String lower = cell.trim().toLowerCase(Locale.ROOT);
    if (YES.contains(lower)) {
      return 1;
    }
    if (NO.contains(lower)) {
      return 0;
    }
    throw new BadLine(column + " '" + cell + "' is neither yes nor no");
  }

  private static BigDecimal within(int most, String column, String cell) throws BadLine {
    BigDecimal value = number(column, cell);
    if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new BadLine(column + " " + cell + " is beyond " + most);
    }
    return value;
  }

  /** A plain number of any sign and size. */
  public static BigDecimal number(String column, String cell) throws BadLine {
    String text = cell.trim();
    if (text.length() > EventLimits.MAX_NUMBER_LENGTH) {
      throw new BadLine(column + " is a number of more than 40 digits");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new BadLine(column + " '" + cell + "' is not a number");
    }
  }

  /** An ISO-8601 date as days since the epoch; a time of day after it is ignored. */
  public static int day(String column, String cell) throws BadLine {
    String text = cell.trim();
    try {
      return (int) LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text).toEpochDay();
    } catch (DateTimeParseException e) {
      throw new BadLine(column + " '" + cell + "' is not a date as 2024-01-31");
    }
  }

  private static long rounded(BigDecimal value, int places) {
    return value.setScale(places, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }
}
