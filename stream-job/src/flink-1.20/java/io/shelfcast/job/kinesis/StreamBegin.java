package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.archive.RefusedBefore;

/**
 * Where the stream begins to count after a rebuild: by the replay's clock in a replay, which the
 * stream itself does not know. Called from shard threads.
 */
final class StreamBegin {
  private final long liveFrom;
  private final RefusedBefore refused;

  /**
   * @param liveFrom arrival from which events count
   * @param refused records that count no more, whenever they came
   */
  StreamBegin(long liveFrom, RefusedBefore refused) {
    this.liveFrom = liveFrom;
    this.refused = refused;
  }

  /** Whether the record is of the time before. */
  boolean isPast(Arrival arrival) {
    return arrival.isRefused()
        ? refused.contains(arrival.refusal())
        : arrival.arrivedAt() < liveFrom;
  }
}
