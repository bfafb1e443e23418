package io.shelfcast.sql;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.InMemory;
import io.shelfcast.job.TestSettings;
import io.shelfcast.job.archive.LakeSinks;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.lake.Compaction;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A lake with the {@link Shop} in it: back-filled, written by the job, half of it compacted. */
final class ShopLake {
  /** Days before this one are compacted; what was replaced still lies there. */
  private static final int FIRST_OPEN_DAY = (int) Shop.FIRST.toEpochDay() + Shop.DAYS / 2;

  private ShopLake() {}

  /** Writes it. */
  static Snapshot write(Path root) throws Exception {
    Lake lake = Lake.open(root);
    for (int before = 1; before <= Shop.BACKFILLED_DAYS; before++) {
      ArchivedEvent day = Shop.backfill(before);
      lake.writeBackfill("tea-book", day.businessDay(), List.of(day));
    }
    TestBundles.bundle(1, 1f).writeTo(root.resolve("models"));
    run(root);
    lake.refresh();
    new Compaction(lake.files(), Clock.systemUTC(), Duration.ofDays(7)).run(FIRST_OPEN_DAY);
    return lake.latest();
  }

  private static void run(Path root) throws Exception {
    // One subtask, for the order of arrival is part of the shop.
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
    env.enableCheckpointing(250);
    env.setBufferTimeout(0);
    DemandForecastJob.define(
        env,
        TestSettings.of(
            "lake.root", root.toUri().toString(),
            "job.generation", "1",
            "job.coalescingMillis", "1"),
        new IntoLake(root));
    env.execute();
  }

  /** The job's connectors: the shop in, Parquet out. */
  private static final class IntoLake extends InMemory {
    private final Path root;
    private final LakeSinks sinks;

    IntoLake(Path root) {
      super(Shop.arrivals());
      this.root = root;
      this.sinks = new LakeSinks(root.toUri());
    }

    @Override
    public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
      return super.arrivals(env)
          .map(new Unhurried(), BinaryType.of(Forms.ARRIVAL))
          .uid("unhurried");
    }

    @Override
    public BundleReference firstBundle() {
      try {
        return new BundleStore(root.toUri()).refer(1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Sink<ArchivedEvent> events() {
      return sinks.events();
    }

    @Override
    public Sink<Decision> decisions() {
      return sinks.decisions();
    }

    @Override
    public Sink<RefusedRecord> refused() {
      return sinks.refused();
    }
  }

  /** Lets targets be told, and checkpoints come, so that days have files to compact. */
  private static final class Unhurried implements MapFunction<Arrival, Arrival> {
    private static final long serialVersionUID = 1;
    private static final long PAUSE_NS = 5_000_000;

    @Override
    public Arrival map(Arrival arrival) {
      LockSupport.parkNanos(PAUSE_NS);
      return arrival;
    }
  }
}
