package io.shelfcast.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the value of one field from JSON as its kind asks, and nothing that merely looks like it.
 */
final class ValueReader {
  private ValueReader() {}

  static void read(JsonParser parser, Field field, Event.Builder into)
      throws IOException, RefusedEvent {
    switch (field.kind()) {
      case TEXT:
        into.with(field, string(parser, field.json()));
        break;
      case INSTANT:
        into.with(field, IsoTime.instant(field, string(parser, field.json())));
        break;
      case DATE:
        into.with(field, IsoTime.date(field, string(parser, field.json())));
        break;
      case FLAG:
        into.with(field, flag(parser, field.json()) ? 1 : 0);
        break;
      case DATES:
        into.with(field, dates(parser, field));
        break;
      default:
        into.with(field, decimal(parser, field));
    }
  }

  static String string(JsonParser parser, String name) throws IOException, RefusedEvent {
    JsonToken found = parser.nextToken();
    if (found != JsonToken.VALUE_STRING) {
      throw wrongKind(name, "a string", found);
    }
    return parser.getText();
  }

  private static boolean flag(JsonParser parser, String name) throws IOException, RefusedEvent {
    JsonToken found = parser.nextToken();
    if (!found.isBoolean()) {
      throw wrongKind(name, "true or false", found);
    }
    return found == JsonToken.VALUE_TRUE;
  }

  private static long decimal(JsonParser parser, Field field) throws IOException, RefusedEvent {
    JsonToken found = parser.nextToken();
    if (!found.isNumeric()) {
      throw wrongKind(field.json(), "a number", found);
    }
    return Decimal.parse(
        field, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  private static String dates(JsonParser parser, Field field) throws IOException, RefusedEvent {
    JsonToken found = parser.nextToken();
    if (found != JsonToken.START_ARRAY) {
      throw wrongKind(field.json(), "an array of dates", found);
    }
    SortedSet<Long> days = new TreeSet<>();
    while ((found = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (found != JsonToken.VALUE_STRING) {
        throw wrongKind(field.json(), "an array of dates only", found);
      }
      DateList.add(field, parser.getText(), days);
    }
    return DateList.of(days);
  }

  private static RefusedEvent wrongKind(String name, String wanted, JsonToken found) {
    return new RefusedEvent(name + " must be " + wanted + ", not " + named(found));
  }

  /** A token as a reader of the refusal would call it. */
  static String named(JsonToken token) {
    if (token.isNumeric()) {
      return "a number";
    }
    switch (token) {
      case START_OBJECT:
        return "an object";
      case START_ARRAY:
        return "an array";
      case VALUE_STRING:
        return "a string";
      default:
        return token.asString().toLowerCase(Locale.ROOT);
    }
  }
}
