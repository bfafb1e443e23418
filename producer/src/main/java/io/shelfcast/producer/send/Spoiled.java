package io.shelfcast.producer.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Records spoiled on purpose, each in one of the ways in which tills do it. */
final class Spoiled {
  /** Number of different ways. */
  static final int WAYS = 5;

  private Spoiled() {}

  /** Spoils a record; the same one always in the same way. */
  static byte[] of(byte[] json, String eventId) {
    return of(json, Math.floorMod(eventId.hashCode(), WAYS));
  }

  static byte[] of(byte[] json, int way) {
    String text = new String(json, UTF_8);
    return switch (way) {
      case 0 -> Arrays.copyOf(json, json.length / 2);
      case 1 -> text.replaceFirst("\"type\":\"[A-Z]+\"", "\"type\":\"TELEPORT\"").getBytes(UTF_8);
      case 2 -> text.replaceFirst("\"storeId\":", "\"shopId\":").getBytes(UTF_8);
      case 3 ->
          text.replaceFirst("\"occurredAt\":\"[^\"]*\"", "\"occurredAt\":\"soon\"").getBytes(UTF_8);
      default -> "till rebooted".getBytes(UTF_8);
    };
  }
}
