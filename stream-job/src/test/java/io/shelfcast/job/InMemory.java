package io.shelfcast.job;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.target.Decision;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job's connectors within the test: a list of arrivals in, lists out. */
class InMemory implements Connectors {
  final Collected<TableWrite> targets = new Collected<>();
  final Collected<ArchivedEvent> events = new Collected<>();
  final Collected<Decision> decisions = new Collected<>();
  final Collected<RefusedRecord> refused = new Collected<>();
  private static final int FAILED = 1_000;
  private final List<Arrival> arrivals;
  private final int failAt;
  private boolean awaitsTarget;

  InMemory(List<Arrival> arrivals) {
    this(arrivals, Integer.MAX_VALUE);
  }

  /** Fails once, when it has read as many arrivals as said. */
  InMemory(List<Arrival> arrivals, int failAt) {
    this.arrivals = arrivals;
    this.failAt = failAt;
  }

  /** Ends the input when there is a target, as a short one may before the bundle is found. */
  InMemory endingAfterATarget() {
    awaitsTarget = true;
    return this;
  }

  /** Whether the failure has come. */
  static boolean hasFailed() {
    return Failure.checkpoints.get() == FAILED;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    Failure.left.set(failAt);
    Failure.checkpoints.set(0);
    return timed(
        env.fromData(arrivals, BinaryType.of(Forms.ARRIVAL))
            .uid("list")
            .map(new Failure(), BinaryType.of(Forms.ARRIVAL))
            .uid("failure")
            .setParallelism(1)
            .map(HeldLast.of(arrivals, this::mayEnd), BinaryType.of(Forms.ARRIVAL))
            .uid("hold-last")
            .setParallelism(1));
  }

  private boolean mayEnd() {
    return !awaitsTarget || !decisions.list().isEmpty();
  }

  /** Lets time follow each arrival. */
  static SingleOutputStreamOperator<Arrival> timed(SingleOutputStreamOperator<Arrival> arrivals) {
    return arrivals
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Arrival>forGenerator(context -> new EachEvent()))
        .setParallelism(1);
  }

  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return env.fromData(1L);
  }

  @Override
  public Sink<TableWrite> targets() {
    return targets.sink();
  }

  @Override
  public Sink<ArchivedEvent> events() {
    return events.sink();
  }

  @Override
  public Sink<Decision> decisions() {
    return decisions.sink();
  }

  @Override
  public Sink<RefusedRecord> refused() {
    return refused.sink();
  }

  private static final class EachEvent implements WatermarkGenerator<Arrival> {
    private long newest = Long.MIN_VALUE;

    @Override
    public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
      newest = Math.max(newest, arrival.streamTime());
      output.emitWatermark(new Watermark(newest));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // each event tells
    }
  }

  /**
   * Fails once: after so many arrivals, and after two checkpoints from then on, so that there is
   * something to lose. Until then it lets arrivals through one by one.
   */
  private static final class Failure implements MapFunction<Arrival, Arrival>, CheckpointListener {
    private static final long serialVersionUID = 1;
    private static final long PAUSE_NS = 20_000_000;
    static final AtomicInteger left = new AtomicInteger();
    static final AtomicInteger checkpoints = new AtomicInteger();

    @Override
    public Arrival map(Arrival arrival) {
      if (left.get() <= 0 && checkpoints.get() < FAILED) {
        LockSupport.parkNanos(PAUSE_NS);
        if (checkpoints.get() >= 2) {
          checkpoints.set(FAILED);
          throw new IllegalStateException("a failure on purpose");
        }
      } else if (left.get() != Integer.MAX_VALUE) {
        left.decrementAndGet();
      }
      return arrival;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      if (left.get() <= 0 && checkpoints.get() < 2) {
        checkpoints.incrementAndGet();
      }
    }
  }
}
