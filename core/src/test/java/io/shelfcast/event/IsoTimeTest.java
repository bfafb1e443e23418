package io.shelfcast.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The hand-written reader against {@code java.time}, which is slower and the oracle. */
class IsoTimeTest {
  private static final long SEED = 20_261_122;

  @Test
  void everyDateOfAWholeCycleOfLeapYearsIsReadAsJavaTimeReadsIt() throws RefusedEvent {
    LocalDate day = LocalDate.of(1900, 1, 1);
    while (day.getYear() < 2300) {
      assertEquals(day.toEpochDay(), IsoTime.date(Field.VOIDS_DAY, day.toString()));
      day = day.plusDays(1);
    }
  }

  @Test
  void randomInstantsAreReadAsJavaTimeReadsThem() throws RefusedEvent {
    Random random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1080 + 1) - 1080));
      Instant instant =
          Instant.ofEpochSecond(
              random.nextInt() / 60 * (random.nextBoolean() ? 60L : 61L),
              random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
      String text = instant.atOffset(offset).toString();
      assertEquals(instant.toEpochMilli(), IsoTime.instant(Field.TO, text), text);
    }
  }

  /** Digits changed at random: dates and times of day that do not exist among them. */
  @Test
  void whatJavaTimeRefusesIsRefused() throws RefusedEvent {
    Random random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder("2024-02-28T23:59:59.999+17:59");
      for (int changes = 0; changes < 3; changes++) {
        int at = random.nextInt(text.length());
        if (Character.isDigit(text.charAt(at))) {
          text.setCharAt(at, (char) ('0' + random.nextInt(10)));
        }
      }
      expectAsJavaTime(text.toString());
    }
  }

  private static void expectAsJavaTime(String text) throws RefusedEvent {
    long expected;
    try {
      expected = OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      assertThrows(RefusedEvent.class, () -> IsoTime.instant(Field.TO, text), text);
      return;
    }
    assertEquals(expected, IsoTime.instant(Field.TO, text), text);
  }
}
