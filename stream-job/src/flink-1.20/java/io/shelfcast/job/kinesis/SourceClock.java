package io.shelfcast.job.kinesis;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How far stream time has come on all shards of one subtask: as far as the slowest that still
 * speaks.
 *
 * <p>A shard that has not spoken yet holds time back like one that speaks, until it has been silent
 * for the idle interval; the connector's own logic passes over it, at each restart again. When all
 * are silent the subtask is idle, unless each is known to have nothing more to say: then, live
 * only, time follows the wall clock at a distance. Called from shard threads and the timer's.
 */
final class SourceClock {
  /** No time is known, or it is held back by a shard that has not spoken. */
  static final long HELD = Long.MIN_VALUE;

  /** Nobody here has anything to say about time. */
  static final long IDLE = Long.MAX_VALUE;

  private final long idleMillis;
  private final boolean live;
  private final Map<Integer, ShardClock> shards = new HashMap<>();
  private long latest = HELD;

  /**
   * @param idle silence after which a shard stops holding time back
   * @param live whether arrival is wall time, so that the wall clock may stand in for silence
   */
  SourceClock(Duration idle, boolean live) {
    this.idleMillis = idle.toMillis();
    this.live = live;
  }

  /** A shard from which will be read. */
  synchronized void begin(int shard, long now) {
    shards.put(shard, new ShardClock(now));
  }

  /** A shard that has been read to its end. */
  synchronized void end(int shard) {
    shards.remove(shard);
  }

  /** An accepted record; see {@link ShardClock#saw}. */
  synchronized void saw(int shard, long streamTime, long readableAt, long now) {
    shards.get(shard).saw(streamTime, readableAt, now);
  }

  /** A refused record: proof of life only. */
  synchronized void touch(int shard, long readableAt, long now) {
    shards.get(shard).touch(readableAt, now);
  }

  /** The time that has come, never falling; or {@link #HELD} or {@link #IDLE}. */
  synchronized long time(long now) {
    long slowest = IDLE;
    boolean allFollow = live && !shards.isEmpty();
    for (ShardClock shard : shards.values()) {
      if (!shard.isSilentFor(idleMillis, now)) {
        slowest = Math.min(slowest, shard.time());
      }
      allFollow &= shard.mayFollowWallClock(now);
    }
    if (slowest == IDLE && allFollow) {
      slowest = now - ShardClock.SILENCE_MS;
    }
    if (slowest == IDLE || slowest == HELD) {
      return slowest;
    }
    latest = Math.max(latest, slowest);
    return latest;
  }
}
