package io.shelfcast.producer.send;

import io.shelfcast.producer.timeline.EventSink;
import io.shelfcast.producer.timeline.SendFailed;
import java.time.Duration;

/** Opens the way to a Kinesis stream. */
public final class KinesisSink {
  /** How long a stream may bring nothing forward before sending is given up. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private KinesisSink() {}

  /**
   * Connects.
   *
   * @param file kept up to date, or null
   * @throws SendFailed in one sentence: endpoint down, no such stream, wrong credentials
   */
  public static EventSink open(KinesisAddress address, Ledger ledger, LedgerFile file) {
    KinesisStream stream = KinesisStream.open(address);
    OrderedPut put = new OrderedPut(stream, ledger, Backoff.of(PATIENCE));
    return new BatchSink(put, stream, file);
  }
}
