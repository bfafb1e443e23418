package io.shelfcast.job.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnsettledTest {
  private static final long MINUTE = 60_000;

  private final Unsettled unsettled = new Unsettled();

  @Test
  void theOldestChangeHeldBackSaysHowLong() {
    unsettled.moved(0, 10 * MINUTE);
    unsettled.moved(0, 12 * MINUTE);
    assertEquals(300, unsettled.oldestSeconds(15 * MINUTE));
    unsettled.moved(10 * MINUTE, 0);
    assertEquals(180, unsettled.oldestSeconds(15 * MINUTE));
    unsettled.moved(12 * MINUTE, 0);
    assertEquals(0, unsettled.oldestSeconds(15 * MINUTE));
  }

  @Test
  void manyOfOneMinuteCountEach() {
    unsettled.moved(0, 10 * MINUTE);
    unsettled.moved(0, 10 * MINUTE + 5);
    unsettled.moved(10 * MINUTE, 0);
    assertEquals(60, unsettled.oldestSeconds(11 * MINUTE));
  }

  @Test
  void aChangeFromBeforeARestartSettlesQuietly() {
    unsettled.moved(10 * MINUTE, 0);
    assertEquals(0, unsettled.oldestSeconds(11 * MINUTE));
  }
}
