package io.shelfcast.event;

import io.shelfcast.event.Field.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables of docs/events.md, as the code has them. */
final class EventDocumentation {
  private EventDocumentation() {}

  static String fields() {
    StringBuilder table = new StringBuilder();
    row(table, "Field", "JSON", "Unit and range", "Meaning", "Required by", "Optional on");
    row(table, "---", "---", "---", "---", "---", "---");
    String types =
        Arrays.stream(EventType.values())
            .filter(EventType::isOnWire)
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    row(table, "`type`", "string", "one of " + types, "what happened", "every type", "");
    for (Field field : Field.values()) {
      row(
          table,
          "`" + field.json() + "`",
          json(field.kind()),
          unit(field.kind()),
          field.meaning(),
          types(type -> type.required().contains(field)),
          types(type -> type.allowed().contains(field) && !type.required().contains(field)));
    }
    return table.toString();
  }

  static String limits() {
    StringBuilder table = new StringBuilder();
    row(table, "What", "Limit");
    row(table, "---", "---");
    row(table, "a record", count(EventLimits.MAX_RECORD_BYTES) + " bytes");
    row(table, "a text", count(EventLimits.MAX_TEXT_LENGTH) + " characters (UTF-16 units)");
    row(
        table,
        "`storeId` and `productId` together",
        count(EventLimits.MAX_KEY_LENGTH) + " characters");
    row(table, "a number as written", count(EventLimits.MAX_NUMBER_LENGTH) + " characters");
    row(table, "`to` after `from`", count(EventLimits.MAX_INTERVAL_DAYS) + " days");
    row(
        table,
        "`fromDay` to `toDay`, both counted",
        count(EventLimits.MAX_PROMOTION_DAYS) + " days");
    row(
        table,
        "`leadTimeDays` and `reviewPeriodDays` together",
        count(EventLimits.MAX_PROTECTION_DAYS) + " days");
    row(table, "days in `closedDays`", count(EventLimits.MAX_CLOSED_DAYS));
    row(
        table,
        "`occurredAt` and `to` ahead of arrival",
        count(EventLimits.MAX_DAYS_AHEAD) + " day");
    return table.toString();
  }

  private static String json(Kind kind) {
    switch (kind) {
      case TEXT:
      case INSTANT:
      case DATE:
        return "string";
      case FLAG:
        return "boolean";
      case DATES:
        return "array of strings";
      default:
        return "number";
    }
  }

  private static String unit(Kind kind) {
    switch (kind) {
      case TEXT:
        return "1 to " + EventLimits.MAX_TEXT_LENGTH + " characters";
      case INSTANT:
        return "ISO-8601 instant with offset, read to the millisecond";
      case DATE:
        return "ISO-8601 date";
      case QUANTITY:
        return "units in steps of 0.0001, up to " + count(EventLimits.MAX_UNITS);
      case MONEY:
        return "currency units in steps of 0.01, up to " + count(EventLimits.MAX_MONEY) + ".00";
      case SHARE:
        return "0 to 1 in steps of 0.0001";
      case DAYS:
        return "days in steps of 0.0001, 0 to " + EventLimits.MAX_PROTECTION_DAYS;
      case FLAG:
        return "`true` or `false`";
      default:
        return "ISO-8601 dates, at most " + EventLimits.MAX_CLOSED_DAYS;
    }
  }

  private static String types(Predicate<EventType> which) {
    Set<EventType> types =
        Arrays.stream(EventType.values()).filter(which).collect(Collectors.toSet());
    if (types.size() == EventType.values().length) {
      return "every type";
    }
    return types.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
  }

  private static String count(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
