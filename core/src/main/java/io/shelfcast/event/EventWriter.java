package io.shelfcast.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Writes one event as one JSON object: type first, then the fields in the order of their table. */
final class EventWriter {
  private static final Field[] FIELDS = Field.values();
  private static final int USUAL_BYTES = 256;

  private EventWriter() {}

  static byte[] write(Event event) {
    ByteArrayOutputStream record = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = JsonRecords.writer(record)) {
      json.writeStartObject();
      json.writeStringField(EventReader.TYPE, event.type().name());
      for (long left = event.present(); left != 0; left &= left - 1) {
        Field field = FIELDS[Long.numberOfTrailingZeros(left)];
        json.writeFieldName(field.json());
        writeValue(json, field, event);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory", e);
    }
    return record.toByteArray();
  }

  private static void writeValue(JsonGenerator json, Field field, Event event) throws IOException {
    switch (field.kind()) {
      case TEXT:
        json.writeString(event.text(field));
        break;
      case INSTANT:
        json.writeString(Instant.ofEpochMilli(event.number(field)).toString());
        break;
      case DATE:
        json.writeString(LocalDate.ofEpochDay(event.number(field)).toString());
        break;
      case FLAG:
        json.writeBoolean(event.flag(field));
        break;
      case DATES:
        writeDates(json, event.text(field));
        break;
      default:
        json.writeNumber(plain(event.number(field), field.kind().decimals()));
    }
  }

  private static void writeDates(JsonGenerator json, String held) throws IOException {
    json.writeStartArray();
    for (int day : DateList.days(held)) {
      json.writeString(LocalDate.ofEpochDay(day).toString());
    }
    json.writeEndArray();
  }

  private static String plain(long value, int decimals) {
    return BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
  }
}
