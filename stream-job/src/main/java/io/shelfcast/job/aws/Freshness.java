package io.shelfcast.job.aws;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * How long targets take from the arrival of the oldest event they reflect to the acknowledged put,
 * over the last five to ten minutes and since the start. In milliseconds, one hour at most.
 * Thread-safe, for reporters read it while the writer records.
 */
final class Freshness {
  private static final long MOST_MS = Duration.ofHours(1).toMillis();
  private static final long SPAN_MS = Duration.ofMinutes(5).toMillis();
  private static final int DIGITS = 2;

  private final Histogram all = new Histogram(MOST_MS, DIGITS);
  private Histogram recent = new Histogram(MOST_MS, DIGITS);
  private Histogram former = new Histogram(MOST_MS, DIGITS);
  private long recentSince;

  Freshness(long now) {
    recentSince = now;
  }

  synchronized void record(long millis, long now) {
    turn(now);
    long bounded = Math.min(Math.max(millis, 0), MOST_MS);
    recent.recordValue(bounded);
    all.recordValue(bounded);
  }

  /** Percentile of the last five to ten minutes; 0 if nothing was recorded. */
  synchronized long percentile(double percent, long now) {
    turn(now);
    Histogram both = recent.copy();
    both.add(former);
    return both.getTotalCount() == 0 ? 0 : both.getValueAtPercentile(percent);
  }

  /** Everything since the start. */
  synchronized Histogram all() {
    return all.copy();
  }

  private void turn(long now) {
    if (now - recentSince < SPAN_MS) {
      return;
    }
    Histogram oldest = former;
    former = recent;
    oldest.reset();
    recent = oldest;
    if (now - recentSince >= 2 * SPAN_MS) {
      former.reset();
    }
    recentSince = now;
  }
}
