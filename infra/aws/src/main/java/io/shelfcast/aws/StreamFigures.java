package io.shelfcast.aws;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/** What Kinesis itself says of the stream. */
final class StreamFigures {
  private final String stream;

  StreamFigures(String stream) {
    this.stream = stream;
  }

  /** Bytes that came in. */
  Metric bytesIn(Duration period) {
    return metric("IncomingBytes", "Sum", period);
  }

  /** How far behind its end the reader is, in milliseconds. */
  Metric lagMillis(Duration period) {
    return metric("GetRecords.IteratorAgeMilliseconds", "Maximum", period);
  }

  private Metric metric(String name, String statistic, Duration period) {
    return JobFigures.metric("AWS/Kinesis", name, Map.of("StreamName", stream), statistic, period);
  }
}
