package io.shelfcast.event;

import static io.shelfcast.event.EventLimits.*;

import io.shelfcast.event.Field.Kind;
import java.util.Locale;

/** The limits of each value of an event by itself, by the kind of its field. */
final class ValueRules {
  private static final Field[] FIELDS = Field.values();

  private ValueRules() {}

  /** Passes or throws the first breach found, in the order of the fields. */
  static void check(Event event) throws RefusedEvent {
    for (long left = event.present(); left != 0; left &= left - 1) {
      Field field = FIELDS[Long.numberOfTrailingZeros(left)];
      if (field.kind() == Kind.TEXT) {
        checkText(field, event.text(field));
      } else if (field.kind() != Kind.DATES) {
        checkNumber(field, event.number(field), event.type());
      }
    }
    checkKey(event);
  }

  private static void checkText(Field field, String text) throws RefusedEvent {
    if (text.isBlank()) {
      throw new RefusedEvent(field, "is empty");
    }
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new RefusedEvent(field, "is longer than " + MAX_TEXT_LENGTH + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        throw new RefusedEvent(field, "has a control character");
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw new RefusedEvent(field, "has half of a surrogate pair");
        }
        i++;
      }
    }
  }

  private static void checkNumber(Field field, long value, EventType type) throws RefusedEvent {
    switch (field.kind()) {
      case QUANTITY:
        boolean signed = type == EventType.ADJUST;
        within(field, value, signed ? -MAX_UNITS : 0, MAX_UNITS, 10_000, " units");
        break;
      case MONEY:
        within(field, value, 0, MAX_MONEY, 100, ".00");
        break;
      case SHARE:
        within(field, value, 0, 1, 10_000, "");
        break;
      case DAYS:
        within(field, value, 0, MAX_PROTECTION_DAYS, 10_000, " days");
        break;
      case FLAG:
        within(field, value, 0, 1, 1, "");
        break;
      default:
        long day = field.kind() == Kind.DATE ? value : Math.floorDiv(value, DAY_MILLIS);
        if (day < FIRST_DAY || day > LAST_DAY) {
          throw new RefusedEvent(field, "lies outside the years 1900 to 9999");
        }
    }
  }

  private static void within(Field field, long value, int least, int most, int scale, String unit)
      throws RefusedEvent {
    if (value < (long) least * scale) {
      throw new RefusedEvent(
          field,
          least == 0 ? "is negative" : String.format(Locale.ROOT, "is below %,d%s", least, unit));
    }
    if (value > (long) most * scale) {
      throw new RefusedEvent(field, String.format(Locale.ROOT, "is above %,d%s", most, unit));
    }
  }

  /**
   * Both ids form keys: of state, of the stream, and of table items beside which #freshness lies.
   */
  private static void checkKey(Event event) throws RefusedEvent {
    checkKeyPart(Field.STORE_ID, event.storeId());
    String productId = event.productId();
    if (productId != null) {
      checkKeyPart(Field.PRODUCT_ID, productId);
      if (event.storeId().length() + productId.length() > MAX_KEY_LENGTH) {
        throw new RefusedEvent(
            Field.PRODUCT_ID,
            "and storeId together are longer than " + MAX_KEY_LENGTH + " characters");
      }
    }
  }

  private static void checkKeyPart(Field field, String id) throws RefusedEvent {
    if (id.indexOf('/') >= 0) {
      throw new RefusedEvent(field, "has a '/', which separates the parts of a key");
    }
    if (id.charAt(0) == '#') {
      throw new RefusedEvent(field, "starts with '#', which marks items that are no product");
    }
  }
}
