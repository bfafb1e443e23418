package io.shelfcast.job;

import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job's connectors of a test about savepoints: arrivals are nearly held back from a place on,
 * so that there is time to take one. The names of its steps are in every stored savepoint.
 */
final class HeldTills extends InMemory {
  /** The bundle that the last arrival waits for. */
  static final long NEWEST = 2;

  private static final int CHECKS = 400;
  private final List<Arrival> arrivals;
  private final long letThrough;
  private final long pauseNanos;

  private HeldTills(List<Arrival> arrivals, long letThrough, long pauseNanos) {
    super(arrivals);
    this.arrivals = arrivals;
    this.letThrough = letThrough;
    this.pauseNanos = pauseNanos;
  }

  /** Holds back all arrivals but so many. */
  static HeldTills holding(List<Arrival> arrivals, long letThrough) {
    return new HeldTills(arrivals, letThrough, 200_000_000);
  }

  /** Holds back the last alone, until there is a target of the bundle {@link #NEWEST}. */
  static HeldTills open(List<Arrival> arrivals) {
    return new HeldTills(arrivals, Long.MAX_VALUE, 0);
  }

  /** Whether only what is held back is left. */
  static boolean isHolding() {
    return Hold.left.get() <= 0;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    Hold.left.set(letThrough);
    return timed(
        env.fromData(arrivals, BinaryType.of(Forms.ARRIVAL))
            .uid("list")
            .setParallelism(1)
            .map(new Hold<>(true, pauseNanos), BinaryType.of(Forms.ARRIVAL))
            .uid("hold")
            .setParallelism(1)
            .map(
                HeldLast.of(arrivals, () -> pauseNanos > 0 || usesNewest()),
                BinaryType.of(Forms.ARRIVAL))
            .uid("hold-last")
            .setParallelism(1));
  }

  private boolean usesNewest() {
    return decisions.list().stream()
        .anyMatch(decision -> decision.after().version().bundleSequence() == NEWEST);
  }

  /** Checks go on for as long as arrivals do. */
  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return env.fromSequence(1, CHECKS)
        .setParallelism(1)
        .uid("checks")
        .map(new Hold<>(false, pauseNanos))
        .returns(Long.class)
        .setParallelism(1);
  }

  private static final class Hold<T> implements MapFunction<T, T> {
    private static final long serialVersionUID = 1;
    static final AtomicLong left = new AtomicLong();

    private final boolean counts;
    private final long pauseNanos;

    Hold(boolean counts, long pauseNanos) {
      this.counts = counts;
      this.pauseNanos = pauseNanos;
    }

    @Override
    public T map(T value) {
      if (!counts || left.getAndDecrement() <= 0) {
        LockSupport.parkNanos(pauseNanos);
      }
      return value;
    }
  }
}
