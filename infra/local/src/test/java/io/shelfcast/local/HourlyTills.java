package io.shelfcast.local;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RealConnectors;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Tills without a stream, for a test of the lake: each product is sold each hour, an hour a few
 * milliseconds, without end. The lake is the real one; nobody reads targets.
 */
final class HourlyTills extends RealConnectors {
  static final int PRODUCTS = 6;
  private final long start;

  HourlyTills(JobSettings settings, long start) {
    super(settings);
    this.start = start;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return env.fromSequence(0, Long.MAX_VALUE)
        .setParallelism(1)
        .uid("numbers")
        .map(new Till(start), BinaryType.of(Forms.ARRIVAL))
        .uid("till")
        .setParallelism(1)
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Arrival>forMonotonousTimestamps()
                .withTimestampAssigner((arrival, before) -> arrival.streamTime()))
        .setParallelism(1);
  }

  @Override
  public Sink<TableWrite> targets() {
    return new DiscardingSink<>();
  }

  private static final class Till implements MapFunction<Long, Arrival> {
    private static final long serialVersionUID = 1;
    private static final long PAUSE_NS = 2_000_000;
    private final long start;

    Till(long start) {
      this.start = start;
    }

    @Override
    public Arrival map(Long number) {
      LockSupport.parkNanos(PAUSE_NS);
      long hour = number / (PRODUCTS + 1);
      long place = number % (PRODUCTS + 1);
      long at = start + Duration.ofHours(hour).plusMinutes(place).toMillis();
      boolean isTick = place == PRODUCTS;
      Event.Builder event =
          Event.of(isTick ? EventType.TICK : EventType.SALE)
              .with(Field.EVENT_ID, "event-" + number)
              .with(Field.STORE_ID, "s1")
              .with(Field.OCCURRED_AT, at);
      if (!isTick) {
        event.with(Field.PRODUCT_ID, "p" + place).with(Field.QUANTITY, 10_000);
      }
      return Arrival.live(event.build(), at, System.currentTimeMillis());
    }
  }
}
