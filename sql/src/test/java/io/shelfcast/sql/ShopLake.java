package io.shelfcast.sql;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.InMemory;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.TestSettings;
import io.shelfcast.job.archive.LakeSinks;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.lake.Compaction;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    // Two subtasks write two files a day, so that there is something to compact.
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, new Configuration());
    env.enableCheckpointing(1_000);
    // The forest runs at day close only, whatever the wall clock says meanwhile.
    DemandForecastJob.define(
        env,
        TestSettings.of(
            "lake.root", root.toUri().toString(),
            "job.generation", "1",
            "job.coalescingMillis", "60000"),
        new IntoLake(root));
    env.execute();
  }

  /** The job's connectors: the shop in, Parquet out. */
  private static final class IntoLake implements Connectors {
    private final InMemory lists = new InMemory(Shop.arrivals());
    private final Path root;
    private final LakeSinks sinks;

    IntoLake(Path root) {
      this.root = root;
      this.sinks = new LakeSinks(root.toUri());
    }

    @Override
    public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
      return lists.arrivals(env);
    }

    @Override
    public BundleReference firstBundle() {
      try {
        return new BundleStore(root.toUri()).refer(1);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
      return lists.bundleChecks(env);
    }

    @Override
    public Sink<TableWrite> targets() {
      return lists.targets();
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
}
