package io.shelfcast.job.kinesis;

import java.time.Duration;

/** How far stream time has come on one shard. Not thread-safe; all times in milliseconds. */
final class ShardClock {
  /** Time of a shard from which nothing has been read. */
  static final long UNKNOWN = Long.MIN_VALUE;

  /** A record read this soon after its arrival shows that its shard is caught up. */
  static final long CAUGHT_UP_MS = Duration.ofMinutes(1).toMillis();

  /**
   * A caught-up shard that has been silent this long may follow the wall clock, this far behind.
   */
  static final long SILENCE_MS = Duration.ofMinutes(5).toMillis();

  private long time = UNKNOWN;
  private long touchedAt;
  private boolean caughtUp;

  ShardClock(long now) {
    touchedAt = now;
  }

  /**
   * Takes note of an accepted record.
   *
   * @param streamTime how far the record says that stream time has come
   * @param readableAt when the stream had it, by the wall clock
   * @param now the wall clock
   */
  void saw(long streamTime, long readableAt, long now) {
    time = Math.max(time, streamTime);
    touch(readableAt, now);
  }

  /** Takes note of a record that says nothing about time. */
  void touch(long readableAt, long now) {
    touchedAt = now;
    caughtUp = now - readableAt <= CAUGHT_UP_MS;
  }

  long time() {
    return time;
  }

  boolean isSilentFor(long millis, long now) {
    return now - touchedAt >= millis;
  }

  /** Whether wall time may stand in for records that do not come because nothing happens. */
  boolean mayFollowWallClock(long now) {
    return time != UNKNOWN && caughtUp && isSilentFor(SILENCE_MS, now);
  }
}
