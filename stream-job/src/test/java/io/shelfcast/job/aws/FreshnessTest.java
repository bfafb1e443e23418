package io.shelfcast.job.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final long MINUTE = 60_000;

  private final Freshness freshness = new Freshness(0);

  @Test
  void percentilesFollowWhatWasRecorded() {
    for (int n = 1; n <= 100; n++) {
      freshness.record(n, n);
    }
    assertEquals(50, freshness.percentile(50, 100));
    assertEquals(99, freshness.percentile(99, 100));
  }

  @Test
  void oldSamplesLeaveThePercentilesButNotTheWhole() {
    freshness.record(900, 0);
    freshness.record(10, 6 * MINUTE);
    assertEquals(900, freshness.percentile(99, 6 * MINUTE), 8);
    assertEquals(10, freshness.percentile(99, 11 * MINUTE));
    assertEquals(0, freshness.percentile(99, 40 * MINUTE));
    assertEquals(2, freshness.all().getTotalCount());
  }

  @Test
  void aClockThatStepsBackCountsAsNoDelay() {
    freshness.record(-5, 1);
    assertEquals(0, freshness.percentile(99, 1));
  }
}
