package io.shelfcast.local;

import io.shelfcast.job.BundleReference;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.archive.ArchivedDays;
import io.shelfcast.job.archive.TimeTravel;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the targets would have been. */
@Command(
    name = "timetravel",
    description = {
      "Replays archived days through the job's own operators and prints each target it decides",
      "on, one JSON object a line: what the targets would have been under today's rules, or",
      "under another model (--bundle). It writes neither to the table nor to the lake.",
      "What is settled at a day's close depends on the archive and the bundle alone; how soon a",
      "change within a day is told also depends on when the forest ran. The bundle makes every",
      "forecast; answers that a model elsewhere once gave are not played again."
    })
final class TimetravelCommand implements Callable<Integer> {
  @Mixin private StateOption where;
  @Mixin private LakeOption lake;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "First day of arrival (UTC); what came before it rebuilds the state.")
  private LocalDate from;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last day.")
  private LocalDate to;

  @Option(names = "--store", paramLabel = "ID", description = "Only this store.")
  private String store;

  @Option(names = "--product", paramLabel = "ID", description = "Only this product.")
  private String product;

  @Option(
      names = "--bundle",
      paramLabel = "N",
      description = "Sequence of the model bundle (default: the newest in the lake).")
  private Long bundle;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Zone of stores that have not said theirs (default: ${DEFAULT-VALUE}).")
  private ZoneId zone;

  @Override
  public Integer call() throws Exception {
    if (to.isBefore(from)) {
      throw new Problem("--to " + to + " is before --from " + from + ".");
    }
    LocalState state = where.state();
    URI root = lake.root(state);
    Snapshot snapshot = Lake.open(root).refresh();
    if (snapshot.firstDay(LakeTable.EVENTS).isEmpty()) {
      throw new Problem("The lake " + root + " holds no events.");
    }
    BundleReference with = bundle(new BundleStore(root), root);
    JobSettings settings =
        new JobProperties()
            .set("lake.root", root.toString())
            .set("model.sequence", Long.toString(with.sequence()))
            .set("job.generation", "1")
            .set("job.defaultZone", zone.getId())
            /* Days pass in seconds: by the wall clock most of them would be held back. */
            .set("job.coalescingMillis", "0")
            .parse();
    ArchivedDays days =
        new ArchivedDays((int) from.toEpochDay(), (int) to.toEpochDay(), store, product);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            1, new Configuration().set(CoreOptions.TMP_DIRS, state.scratch().toString()));
    DemandForecastJob.define(
        env, settings, new TimeTravel(root, snapshot, days, with, zone, new PrintedTargets()));
    env.execute("timetravel");
    return 0;
  }

  private BundleReference bundle(BundleStore bundles, URI root) throws IOException {
    List<Long> there = bundles.sequences();
    if (there.isEmpty()) {
      throw new Problem("The lake " + root + " holds no model bundle; make one with ./run train.");
    }
    long wanted = bundle == null ? there.get(0) : bundle;
    if (!there.contains(wanted)) {
      throw new Problem(
          "The lake " + root + " holds the bundles " + there + ", not " + wanted + ".");
    }
    return bundles.refer(wanted);
  }
}
