package io.shelfcast.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How records are opened as JSON: in UTF-8, within the limits, from senders nobody vouches for. */
final class JsonRecords {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // UTF-8 by agreement; detection would let UTF-16 through.
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          // Names come from outside: neither kept for ever nor, when they collide, a crash.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          // Let through as tokens, so that the refusal can name the field.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(EventLimits.MAX_RECORD_BYTES)
                  .maxNameLength(EventLimits.MAX_RECORD_BYTES)
                  .build())
          .build();

  private JsonRecords() {}

  static JsonParser reader(byte[] record) throws RefusedEvent, IOException {
    if (record.length == 0) {
      throw new RefusedEvent("the record is empty");
    }
    if (record.length > EventLimits.MAX_RECORD_BYTES) {
      throw new RefusedEvent(
          "the record is longer than " + EventLimits.MAX_RECORD_BYTES + " bytes");
    }
    requireUtf8(record);
    return JSON.createParser(record);
  }

  static JsonGenerator writer(ByteArrayOutputStream record) throws IOException {
    return JSON.createGenerator(record);
  }

  /** The parser's own decoding is lenient towards overlong forms and surrogates. */
  private static void requireUtf8(byte[] record) throws RefusedEvent {
    int i = 0;
    while (i < record.length && record[i] >= 0) {
      i++;
    }
    if (i == record.length) {
      return;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record, i, record.length - i));
    } catch (CharacterCodingException e) {
      throw new RefusedEvent("the record is not UTF-8");
    }
  }
}
