package io.shelfcast.local;

import java.time.Duration;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** The stream the tills write to. */
final class PosStream {
  static final String NAME = "pos-events";

  private PosStream() {}

  /** Creates the stream unless it exists, and waits until it can be written. */
  static void ensure(KinesisClient kinesis, String name, int shards) {
    if (!kinesis.listStreams().streamNames().contains(name)) {
      kinesis.createStream(b -> b.streamName(name).shardCount(shards));
    }
    if (!Waiting.until(Duration.ofSeconds(30), () -> isActive(kinesis, name))) {
      throw new Problem("The stream " + name + " did not become active within 30 seconds.");
    }
  }

  private static boolean isActive(KinesisClient kinesis, String name) {
    return kinesis
            .describeStreamSummary(b -> b.streamName(name))
            .streamDescriptionSummary()
            .streamStatus()
        == StreamStatus.ACTIVE;
  }
}
