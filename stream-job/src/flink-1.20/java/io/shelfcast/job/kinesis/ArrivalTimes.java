package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import org.apache.flink.streaming.api.functions.AssignerWithPeriodicWatermarks;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Stamps each record with its stream time. Without an assigner the connector starts no timer for
 * watermarks; the watermarks themselves are {@link SourceClock}'s.
 */
@SuppressWarnings("deprecation") // as the connector is, which asks for it
final class ArrivalTimes implements AssignerWithPeriodicWatermarks<Arrival> {
  private static final long serialVersionUID = 1;

  @Override
  public long extractTimestamp(Arrival arrival, long previous) {
    return arrival.streamTime();
  }

  @Override
  public Watermark getCurrentWatermark() {
    return null;
  }
}
