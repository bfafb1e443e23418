package io.shelfcast.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes come, they are an event or are refused with a sentence, and nothing else happens.
 */
class EventFuzzTest {
  private static final long SEED = 20_261_122;
  private static final int CASES = 20_000;

  /** What breaks JSON, numbers, dates and keys more often than chance would. */
  private static final String[] SHARDS = {
    "null",
    "true",
    "NaN",
    "-Infinity",
    "1e999999999",
    "1e-999999999",
    "1E400",
    "-0",
    "0.00001",
    "99999999999999999999",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "/",
    "#",
    "\"type\":\"DAY\",",
    "\"quantity\":1,",
    "\"\":{},",
    "2026-02-30",
    "T24:00",
    "+99:99",
    "\uffff",
    "\ufeff",
    "\0",
    "//",
    "/*",
    "'",
    "+1",
    "01",
    ".5",
    "5."
  };

  private final Random random = new Random(SEED);
  private final RandomEvents events = new RandomEvents(SEED);
  private int accepted;

  @Test
  void changedBytesAreAnEventOrRefused() {
    for (int i = 0; i < CASES; i++) {
      byte[] record = EventCodec.encode(events.next());
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        record[random.nextInt(record.length)] = (byte) random.nextInt();
      }
      expectEventOrSentence(record);
    }
    assertTrue(accepted > 0, "some changes are harmless");
  }

  @Test
  void insertedAndReplacedShardsAreAnEventOrRefused() {
    for (int i = 0; i < CASES; i++) {
      String record = new String(EventCodec.encode(events.next()), StandardCharsets.UTF_8);
      int from = random.nextInt(record.length());
      int to = Math.min(record.length(), from + random.nextInt(6));
      String shard = SHARDS[random.nextInt(SHARDS.length)];
      String changed = record.substring(0, from) + shard + record.substring(to);
      expectEventOrSentence(changed.getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(accepted > 0, "some shards fall into texts");
  }

  @Test
  void valuesExchangedBetweenFieldsAreAnEventOrRefused() {
    for (int i = 0; i < CASES; i++) {
      String record = new String(EventCodec.encode(events.next()), StandardCharsets.UTF_8);
      String[] members = record.split(",");
      String[] others =
          new String(EventCodec.encode(events.next()), StandardCharsets.UTF_8).split(",");
      members[random.nextInt(members.length)] = others[random.nextInt(others.length)];
      expectEventOrSentence(String.join(",", members).getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(accepted > 0, "some members fit");
  }

  @Test
  void recordsCutShortAreRefused() {
    for (int i = 0; i < 300; i++) {
      byte[] record = EventCodec.encode(events.next());
      for (int length = 0; length < record.length; length++) {
        expectEventOrSentence(Arrays.copyOf(record, length));
      }
    }
    assertEquals(0, accepted);
  }

  @Test
  void randomBytesAreRefused() {
    for (int i = 0; i < CASES; i++) {
      byte[] record = new byte[random.nextInt(300)];
      random.nextBytes(record);
      if (random.nextBoolean() && record.length > 0) {
        record[0] = '{';
      }
      expectEventOrSentence(record);
    }
    assertEquals(0, accepted);
  }

  private void expectEventOrSentence(byte[] record) {
    byte[] asItCame = record.clone();
    try {
      Event event = EventCodec.decode(record);
      assertEquals(event, EventCodec.decode(EventCodec.encode(event)), () -> shown(asItCame));
      accepted++;
    } catch (RefusedEvent refused) {
      String reason = refused.getMessage();
      assertFalse(reason.isBlank(), () -> shown(asItCame));
      assertTrue(reason.length() < 200 && reason.indexOf('\n') < 0, reason);
    } catch (RuntimeException e) {
      fail(shown(asItCame), e);
    }
    assertTrue(Arrays.equals(asItCame, record), "the record is read, not changed");
  }

  private static String shown(byte[] record) {
    return "seed " + SEED + ", record in Base64 " + Base64.getEncoder().encodeToString(record);
  }
}
