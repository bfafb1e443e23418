package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.functions.AssignerWithPeriodicWatermarks;
import org.apache.flink.streaming.api.functions.source.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.connectors.kinesis.KinesisShardAssigner;
import org.apache.flink.streaming.connectors.kinesis.internals.KinesisDataFetcher;
import org.apache.flink.streaming.connectors.kinesis.model.KinesisStreamShardState;
import org.apache.flink.streaming.connectors.kinesis.model.SentinelSequenceNumber;
import org.apache.flink.streaming.connectors.kinesis.model.SequenceNumber;
import org.apache.flink.streaming.connectors.kinesis.model.StreamShardMetadata;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/**
 * The connector's fetcher with {@link SourceClock} in place of its own idea of time: that one asks
 * for a watermark only when a record comes, and lets shards that have not spoken pass.
 */
@SuppressWarnings("deprecation") // as the connector is, which asks for it
class EventFetcher extends KinesisDataFetcher<Arrival> {
  private static final SequenceNumber SHARD_END =
      SentinelSequenceNumber.SENTINEL_SHARD_ENDING_SEQUENCE_NUM.get();

  private final SourceFunction.SourceContext<Arrival> context;
  private final SourceClock clock;
  private final StreamBegin begin;
  private final Map<StreamShardMetadata, Integer> shards = new HashMap<>();
  private long emitted = Long.MIN_VALUE;

  EventFetcher(
      List<String> streams,
      SourceFunction.SourceContext<Arrival> context,
      RuntimeContext runtime,
      Properties properties,
      KinesisDeserializationSchema<Arrival> reader,
      KinesisShardAssigner shardAssigner,
      AssignerWithPeriodicWatermarks<Arrival> timestamps,
      FlinkKinesisProxyFactory stream,
      SourceClock clock,
      StreamBegin begin) {
    super(
        streams,
        context,
        context.getCheckpointLock(),
        runtime,
        properties,
        reader,
        shardAssigner,
        timestamps,
        null,
        new AtomicReference<>(),
        new ArrayList<>(),
        createInitialSubscribedStreamsToLastDiscoveredShardsState(streams),
        stream,
        null);
    this.context = context;
    this.clock = clock;
    this.begin = begin;
  }

  @Override
  public int registerNewSubscribedShardState(KinesisStreamShardState state) {
    synchronized (context.getCheckpointLock()) {
      int shard = super.registerNewSubscribedShardState(state);
      if (!state.getLastProcessedSequenceNum().equals(SHARD_END)) {
        shards.put(state.getStreamShardMetadata(), shard);
        clock.begin(shard, getCurrentTimeMillis());
      }
      return shard;
    }
  }

  @Override
  protected void emitRecordAndUpdateState(
      Arrival arrival, long timestamp, int shard, SequenceNumber position) {
    if (begin.isPast(arrival)) {
      updateState(shard, position);
      clock.touch(shard, arrival.readableAt(), getCurrentTimeMillis());
      return;
    }
    super.emitRecordAndUpdateState(arrival, timestamp, shard, position);
    /* Only now, so that time never runs ahead of the record that carries it. */
    long now = getCurrentTimeMillis();
    if (arrival.isRefused()) {
      clock.touch(shard, arrival.readableAt(), now);
    } else {
      clock.saw(shard, arrival.streamTime(), arrival.readableAt(), now);
    }
  }

  @Override
  protected void emitWatermark() {
    forgetEndedShards();
    long time = clock.time(getCurrentTimeMillis());
    if (time == SourceClock.IDLE) {
      context.markAsTemporarilyIdle();
    } else if (time > emitted) {
      emitted = time;
      context.emitWatermark(new Watermark(time));
    }
  }

  private void forgetEndedShards() {
    synchronized (context.getCheckpointLock()) {
      snapshotState()
          .forEach(
              (shard, position) -> {
                if (position.equals(SHARD_END) && shards.containsKey(shard)) {
                  clock.end(shards.remove(shard));
                }
              });
    }
  }
}
