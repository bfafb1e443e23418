package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.archive.Rebuild;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The place of the stream's source on Flink 2, whose connector is still to come:
 * docs/decisions/009-flink-2.2.md.
 */
public final class KinesisEvents {
  private KinesisEvents() {}

  /** Fails: there is nothing to read a stream with. */
  public static SingleOutputStreamOperator<Arrival> read(
      StreamExecutionEnvironment env, JobSettings settings, Rebuild rebuild) {
    throw new UnsupportedOperationException(
        "This build for Flink 2.2 holds no Kinesis source; build without -Pflink-2.2.");
  }
}
