package io.shelfcast.sql;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.job.Archiving;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.TestSettings;
import io.shelfcast.lake.Compaction;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.TestBundles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.Configuration;
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
    DemandForecastJob.define(
        env,
        TestSettings.of(
            "lake.root", root.toUri().toString(),
            "job.generation", "1",
            "job.coalescingMillis", "1"),
        Archiving.undisturbed(root, Shop.arrivals()));
    env.execute();
  }
}
