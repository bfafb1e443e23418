package io.shelfcast.job.kinesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import io.shelfcast.job.Tills;
import io.shelfcast.job.archive.RefusedBefore;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.kinesis.shaded.com.amazonaws.services.kinesis.model.Shard;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.streaming.api.functions.source.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.connectors.kinesis.internals.KinesisDataFetcher;
import org.apache.flink.streaming.connectors.kinesis.model.KinesisStreamShardState;
import org.apache.flink.streaming.connectors.kinesis.model.SequenceNumber;
import org.apache.flink.streaming.connectors.kinesis.model.StreamShardHandle;
import org.apache.flink.streaming.connectors.kinesis.util.UniformShardAssigner;
import org.junit.jupiter.api.Test;

/** The connector's own fetcher with our clock in it, driven by hand. */
class EventFetcherTest {
  private static final long START = Tills.MIDNIGHT;

  private final RecordingContext context = new RecordingContext();
  private final HandDrivenFetcher fetcher = new HandDrivenFetcher(context);

  @Test
  void aShardThatHasNotSpokenHoldsTheWatermark() {
    int first = fetcher.begin("shardId-000000000000");
    int second = fetcher.begin("shardId-000000000001");
    fetcher.read(first, tick(START + 1_000));
    fetcher.emitWatermark();
    assertEquals(List.of(), context.told);
    fetcher.read(second, tick(START + 500));
    fetcher.emitWatermark();
    assertEquals(List.of("time 500"), context.told);
  }

  @Test
  void aQuietShardHoldsTheWatermarkUntilItIsIdle() {
    int first = fetcher.begin("shardId-000000000000");
    int second = fetcher.begin("shardId-000000000001");
    fetcher.read(first, tick(START + 1_000));
    fetcher.read(second, tick(START + 1_000));
    fetcher.read(second, tick(START + 50_000));
    fetcher.emitWatermark();
    fetcher.now += 61_000;
    fetcher.read(second, tick(START + 60_000));
    fetcher.emitWatermark();
    assertEquals(List.of("time 1000", "time 60000"), context.told);
  }

  @Test
  void aRecordFromTheFutureMovesTimeNoFurtherThanItsArrival() {
    int shard = fetcher.begin("shardId-000000000000");
    Arrival ahead = Arrival.live(Tills.tick(START + 20 * Tills.HOUR), START + 3_000, START + 3_000);
    fetcher.read(shard, ahead);
    fetcher.emitWatermark();
    assertEquals(List.of("time 3000"), context.told);
  }

  @Test
  void aRefusedRecordGoesOnAndMovesNoTime() {
    int shard = fetcher.begin("shardId-000000000000");
    byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
    fetcher.read(shard, new ArrivalReader(false).read(broken, START));
    fetcher.emitWatermark();
    assertEquals(List.of(), context.told);
    assertEquals(1, context.collected.size());
  }

  @Test
  void silenceOfAllShardsIsIdleness() {
    int shard = fetcher.begin("shardId-000000000000");
    fetcher.read(shard, tick(START + 1_000));
    fetcher.emitWatermark();
    fetcher.now += 61_000;
    fetcher.emitWatermark();
    assertEquals(List.of("time 1000", "idle"), context.told);
  }

  @Test
  void aShardReadToItsEndIsForgotten() {
    int first = fetcher.begin("shardId-000000000000");
    int second = fetcher.begin("shardId-000000000001");
    fetcher.read(first, tick(START + 1_000));
    fetcher.read(second, tick(START + 500));
    fetcher.end(second);
    fetcher.emitWatermark();
    assertEquals(List.of("time 1000"), context.told);
  }

  private static Arrival tick(long at) {
    return Tills.arrival(Tills.tick(at));
  }

  private static final class HandDrivenFetcher extends EventFetcher {
    private long now = START;

    HandDrivenFetcher(RecordingContext context) {
      super(
          List.of("pos-events"),
          context,
          runtime(),
          properties(),
          new RecordSchema(new ArrivalReader(true)),
          new UniformShardAssigner(),
          new ArrivalTimes(),
          properties -> null,
          new SourceClock(Duration.ofSeconds(60), false),
          new StreamBegin(Long.MIN_VALUE, RefusedBefore.none()));
    }

    private static Properties properties() {
      Properties properties = new Properties();
      properties.setProperty("aws.region", "us-east-1");
      return properties;
    }

    private static RuntimeContext runtime() {
      return (RuntimeContext)
          Proxy.newProxyInstance(
              EventFetcherTest.class.getClassLoader(),
              new Class<?>[] {RuntimeContext.class},
              (proxy, method, arguments) -> {
                switch (method.getName()) {
                  case "getMetricGroup":
                    return UnregisteredMetricsGroup.createOperatorMetricGroup();
                  case "getNumberOfParallelSubtasks":
                    return 1;
                  case "getIndexOfThisSubtask":
                    return 0;
                  case "getTaskNameWithSubtasks":
                    return "test";
                  default:
                    return null;
                }
              });
    }

    int begin(String shardId) {
      StreamShardHandle handle =
          new StreamShardHandle("pos-events", new Shard().withShardId(shardId));
      return registerNewSubscribedShardState(
          new KinesisStreamShardState(
              KinesisDataFetcher.convertToStreamShardMetadata(handle),
              handle,
              new SequenceNumber("0")));
    }

    void read(int shard, Arrival arrival) {
      emitRecordAndUpdateState(arrival, Long.MIN_VALUE, shard, new SequenceNumber("1"));
    }

    void end(int shard) {
      updateState(
          shard,
          org.apache.flink.streaming.connectors.kinesis.model.SentinelSequenceNumber
              .SENTINEL_SHARD_ENDING_SEQUENCE_NUM
              .get());
    }

    @Override
    protected long getCurrentTimeMillis() {
      return now;
    }
  }

  /** Remembers what it is told; times in milliseconds since the start of the test. */
  @SuppressWarnings("deprecation") // as the connector is
  private static final class RecordingContext implements SourceFunction.SourceContext<Arrival> {
    private final Object lock = new Object();
    private final List<String> told = new ArrayList<>();
    private final List<Arrival> collected = new ArrayList<>();

    @Override
    public void collect(Arrival arrival) {
      collected.add(arrival);
    }

    @Override
    public void collectWithTimestamp(Arrival arrival, long timestamp) {
      collected.add(arrival);
    }

    @Override
    public void emitWatermark(Watermark mark) {
      told.add("time " + (mark.getTimestamp() - START));
    }

    @Override
    public void markAsTemporarilyIdle() {
      told.add("idle");
    }

    @Override
    public Object getCheckpointLock() {
      return lock;
    }

    @Override
    public void close() {
      told.add("closed");
    }
  }
}
