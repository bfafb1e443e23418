package io.shelfcast.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads one record into one event, token by token; whatever it is not sure of it refuses. */
final class EventReader {
  /** The one member that is not a {@link Field}: it decides which fields there may be. */
  static final String TYPE = "type";

  private static final int QUOTED_LENGTH = 40;
  private static final Field[] FIELDS = Field.values();
  private static final Map<String, Field> FIELD_BY_NAME = new HashMap<>();
  private static final Map<String, EventType> TYPE_BY_NAME = new HashMap<>();

  static {
    for (Field field : FIELDS) {
      FIELD_BY_NAME.put(field.json(), field);
    }
    for (EventType type : EventType.values()) {
      TYPE_BY_NAME.put(type.name(), type);
    }
  }

  private final JsonParser parser;
  private final Event.Builder builder = Event.ofTypeToCome();
  private EventType type;

  private EventReader(JsonParser parser) {
    this.parser = parser;
  }

  static Event read(byte[] record) throws RefusedEvent {
    try (JsonParser parser = JsonRecords.reader(record)) {
      EventReader reader = new EventReader(parser);
      reader.readObject();
      reader.requireEnd();
      return reader.build();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private void readObject() throws RefusedEvent {
    try {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new RefusedEvent("the record is empty");
      }
      if (first != JsonToken.START_OBJECT) {
        throw new RefusedEvent("the record must be a JSON object, not " + ValueReader.named(first));
      }
      for (String name; (name = parser.nextFieldName()) != null; ) {
        readMember(name);
      }
    } catch (JsonEOFException e) {
      throw new RefusedEvent("the record ends before its JSON object does" + whereabouts());
    } catch (IOException e) {
      long at = parser.currentLocation().getByteOffset();
      throw new RefusedEvent("the record is not JSON near byte " + at + whereabouts());
    }
  }

  private void readMember(String name) throws IOException, RefusedEvent {
    Field field = FIELD_BY_NAME.get(name);
    if (field != null) {
      if (builder.has(field)) {
        throw new RefusedEvent(field, "is there twice");
      }
      ValueReader.read(parser, field, builder);
    } else if (!name.equals(TYPE)) {
      throw new RefusedEvent("unknown field " + quoted(name));
    } else if (type != null) {
      throw new RefusedEvent("type is there twice");
    } else {
      readType(ValueReader.string(parser, TYPE));
    }
  }

  private void readType(String name) throws RefusedEvent {
    type = TYPE_BY_NAME.get(name);
    if (type == null) {
      throw new RefusedEvent("type is unknown: " + quoted(name));
    }
    if (!type.isOnWire()) {
      throw new RefusedEvent("type is " + type + ", which only back-fill may write");
    }
  }

  private void requireEnd() throws RefusedEvent {
    boolean end;
    try {
      end = parser.nextToken() == null;
    } catch (IOException e) {
      end = false;
    }
    if (!end) {
      throw new RefusedEvent("the record goes on after its JSON object");
    }
  }

  private Event build() throws RefusedEvent {
    if (type == null) {
      throw new RefusedEvent("type is missing");
    }
    long strange = builder.present() & ~type.allowedMask();
    if (strange != 0) {
      throw new RefusedEvent(lowest(strange), "does not belong to " + type);
    }
    long missing = type.requiredMask() & ~builder.present();
    if (missing != 0) {
      throw new RefusedEvent(lowest(missing), "is missing, and " + type + " needs it");
    }
    Event event = builder.as(type).build();
    EventRules.check(event);
    return event;
  }

  private static Field lowest(long mask) {
    return FIELDS[Long.numberOfTrailingZeros(mask)];
  }

  private String whereabouts() {
    JsonStreamContext inner = parser.getParsingContext();
    String name = (inner.inArray() ? inner.getParent() : inner).getCurrentName();
    return name == null ? "" : ", in or after " + quoted(name);
  }

  /** A stranger's text, short and harmless enough for a sentence that goes into logs and tables. */
  private static String quoted(String text) {
    String cut = text.length() > QUOTED_LENGTH ? text.substring(0, QUOTED_LENGTH) + "…" : text;
    return "'" + cut.replaceAll("[^\\p{Print}…]", "?") + "'";
  }
}
