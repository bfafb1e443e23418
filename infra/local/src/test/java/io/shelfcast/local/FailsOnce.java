package io.shelfcast.local;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RealConnectors;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Real connectors, and one failure at the first record after a checkpoint with records in it. */
final class FailsOnce extends RealConnectors {
  private final Fuse fuse = new Fuse();

  FailsOnce(JobSettings settings) {
    super(settings);
  }

  /** Whether the next record brings the failure. */
  boolean isArmed() {
    return fuse.latches().armed.getCount() == 0;
  }

  boolean hasFailed() {
    return fuse.latches().failed.getCount() == 0;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    SingleOutputStreamOperator<Arrival> arrivals = super.arrivals(env).uid("real-source");
    return arrivals.map(fuse).returns(arrivals.getType());
  }

  private static final class Latches {
    private final CountDownLatch armed = new CountDownLatch(1);
    private final CountDownLatch failed = new CountDownLatch(1);
  }

  /** Its latches are shared by all copies in this JVM. */
  private static final class Fuse implements MapFunction<Arrival, Arrival>, CheckpointListener {
    private static final long serialVersionUID = 1;
    private static final Map<String, Latches> ALL = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private transient boolean seen;

    Latches latches() {
      return ALL.computeIfAbsent(id, any -> new Latches());
    }

    @Override
    public Arrival map(Arrival arrival) {
      if (isArmedAndWhole()) {
        latches().failed.countDown();
        throw new IllegalStateException("the failure that this test is about");
      }
      seen = true;
      return arrival;
    }

    private boolean isArmedAndWhole() {
      return latches().armed.getCount() == 0 && latches().failed.getCount() == 1;
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      if (seen) {
        latches().armed.countDown();
      }
    }
  }
}
