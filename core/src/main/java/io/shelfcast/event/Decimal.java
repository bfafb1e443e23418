package io.shelfcast.event;

import java.math.BigDecimal;

/** A JSON number as a {@code long} with a fixed count of decimal places, exactly or not at all. */
final class Decimal {
  /** What a number too large to matter is held as; every limit lies far below. */
  private static final long BEYOND = 1_000_000_000_000_000L;

  /** Times 10^4, the most decimal places of any kind, still no more than {@link #BEYOND}. */
  private static final BigDecimal MOST_RESCALED = BigDecimal.valueOf(BEYOND / 10_000);

  private Decimal() {}

  /** Reads {@code length} chars; a finer, endless or overlong number is refused. */
  static long parse(Field field, char[] text, int offset, int length) throws RefusedEvent {
    if (length > EventLimits.MAX_NUMBER_LENGTH) {
      throw new RefusedEvent(
          field, "is a number of more than " + EventLimits.MAX_NUMBER_LENGTH + " characters");
    }
    int decimals = field.kind().decimals();
    int end = offset + length;
    boolean negative = text[offset] == '-';
    long value = 0;
    int seen = -1; // decimal places read so far; -1 before the point
    for (int i = negative ? offset + 1 : offset; i < end; i++) {
      char c = text[i];
      if (c == '.' && seen < 0) {
        seen = 0;
      } else if (c < '0' || c > '9') {
        return withExponent(field, new String(text, offset, length));
      } else if (seen < decimals) {
        value = Math.min(value * 10 + (c - '0'), BEYOND);
        seen += seen < 0 ? 0 : 1;
      } else if (c != '0') {
        throw finer(field);
      }
    }
    for (int i = Math.max(seen, 0); i < decimals; i++) {
      value = Math.min(value * 10, BEYOND);
    }
    return negative ? -value : value;
  }

  private static long withExponent(Field field, String text) throws RefusedEvent {
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      boolean number = Character.isDigit(text.charAt(text.length() - 1));
      throw new RefusedEvent(field, number ? "has an absurd exponent" : "is not a finite number");
    }
    // Compared before rescaled: 1e999999999 would need a gigabyte of digits.
    if (value.abs().compareTo(MOST_RESCALED) > 0) {
      return value.signum() * BEYOND;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > field.kind().decimals()) {
      throw finer(field);
    }
    return stripped.movePointRight(field.kind().decimals()).longValueExact();
  }

  private static RefusedEvent finer(Field field) {
    return new RefusedEvent(
        field, "is finer than 1/" + (field.kind() == Field.Kind.MONEY ? "100" : "10,000"));
  }
}
