package io.shelfcast.job.kinesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SourceClockTest {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long NOW = 1_772_000_000_000L;

  private final SourceClock live = new SourceClock(Duration.ofSeconds(60), true);
  private final SourceClock replay = new SourceClock(Duration.ofSeconds(60), false);

  @Test
  void theSlowestShardThatSpeaksSaysTheTime() {
    live.begin(0, NOW);
    live.begin(1, NOW);
    live.saw(0, NOW - 5_000, NOW, NOW);
    live.saw(1, NOW - 9_000, NOW, NOW);
    assertEquals(NOW - 9_000, live.time(NOW));
  }

  @Test
  void aShardThatHasNotSpokenHoldsTimeBackUntilItCountsAsIdle() {
    live.begin(0, NOW);
    live.begin(1, NOW);
    live.saw(0, NOW - 5_000, NOW, NOW);
    assertEquals(SourceClock.HELD, live.time(NOW));
    live.saw(0, NOW + 55_000, NOW + 60_000, NOW + 60_000);
    assertEquals(NOW + 55_000, live.time(NOW + 60_000));
  }

  @Test
  void aQuietShardHoldsTimeBackForTheIdleIntervalOnly() {
    live.begin(0, NOW);
    live.begin(1, NOW);
    live.saw(0, NOW, NOW, NOW);
    live.saw(1, NOW, NOW, NOW);
    live.saw(1, NOW + 30 * SECOND, NOW + 30 * SECOND, NOW + 30 * SECOND);
    assertEquals(NOW, live.time(NOW + 30 * SECOND));
    live.saw(1, NOW + 61 * SECOND, NOW + 61 * SECOND, NOW + 61 * SECOND);
    assertEquals(NOW + 61 * SECOND, live.time(NOW + 61 * SECOND));
  }

  @Test
  void timeNeverFallsWhenALaggardComesBack() {
    live.begin(0, NOW);
    live.saw(0, NOW, NOW, NOW);
    assertEquals(NOW, live.time(NOW));
    live.begin(1, NOW);
    live.saw(1, NOW - MINUTE, NOW, NOW);
    assertEquals(NOW, live.time(NOW));
  }

  @Test
  void whenAllAreSilentTheSubtaskIsIdleAtFirst() {
    live.begin(0, NOW);
    live.saw(0, NOW, NOW, NOW);
    assertEquals(SourceClock.IDLE, live.time(NOW + 61 * SECOND));
    assertEquals(SourceClock.IDLE, live.time(NOW + 4 * MINUTE));
  }

  @Test
  void afterFiveSilentMinutesCaughtUpShardsFollowTheWallClock() {
    live.begin(0, NOW);
    live.saw(0, NOW - SECOND, NOW, NOW);
    assertEquals(NOW, live.time(NOW + 5 * MINUTE));
    assertEquals(NOW + 55 * MINUTE, live.time(NOW + 60 * MINUTE));
  }

  @Test
  void aReplayNeverFollowsTheWallClock() {
    replay.begin(0, NOW);
    replay.saw(0, NOW, NOW, NOW);
    assertEquals(SourceClock.IDLE, replay.time(NOW + 60 * MINUTE));
  }

  @Test
  void aShardThatLaggedWhenItWentSilentKeepsTheWallClockOut() {
    live.begin(0, NOW);
    live.begin(1, NOW);
    live.saw(0, NOW, NOW, NOW);
    live.saw(1, NOW - 20 * MINUTE, NOW - 20 * MINUTE, NOW);
    assertEquals(SourceClock.IDLE, live.time(NOW + 60 * MINUTE));
  }

  @Test
  void aShardReadToItsEndNeitherHoldsTimeBackNorTheWallClockOut() {
    live.begin(0, NOW);
    live.begin(1, NOW);
    live.saw(0, NOW, NOW, NOW);
    live.saw(1, NOW - 20 * MINUTE, NOW - 20 * MINUTE, NOW);
    live.end(1);
    assertEquals(NOW, live.time(NOW));
    assertEquals(NOW + 55 * MINUTE, live.time(NOW + 60 * MINUTE));
  }

  @Test
  void refusedRecordsKeepAShardAwakeWithoutMovingTime() {
    live.begin(0, NOW);
    live.saw(0, NOW, NOW, NOW);
    live.touch(0, NOW + 10 * MINUTE, NOW + 10 * MINUTE);
    assertEquals(NOW, live.time(NOW + 10 * MINUTE));
  }

  @Test
  void withoutShardsTheSubtaskIsIdle() {
    assertEquals(SourceClock.IDLE, live.time(NOW));
  }
}
