package io.shelfcast.producer.series;

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
  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000L);

  private Decimals() {}

  /** Units in 1/10,000, rounded half up. */
  public static long quantity(String column, String cell) throws BadLine {
    return rounded(number(column, cell), 4);
  }

  /** Money in minor units, rounded half up. */
  public static long money(String column, String cell) throws BadLine {
    return rounded(number(column, cell), 2);
  }

  /** A share from 0 to 1, in 1/10,000, rounded half up. */
  public static int share(String column, String cell) throws BadLine {
    long share = rounded(number(column, cell), 4);
    if (share < 0 || share > 10_000) {
      throw new BadLine(column + " " + cell + " is not between 0 and 1");
    }
    return (int) share;
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

  /** A plain number of any sign, below a thousand million. */
  public static BigDecimal number(String column, String cell) throws BadLine {
    try {
      BigDecimal value = new BigDecimal(cell.trim());
      if (value.abs().compareTo(LIMIT) > 0) {
        throw new BadLine(column + " " + cell + " is out of range");
      }
      return value;
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
