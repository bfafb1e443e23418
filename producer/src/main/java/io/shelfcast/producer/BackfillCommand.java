package io.shelfcast.producer;

import io.shelfcast.producer.backfill.DatasetHistory;
import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.series.Overview;
import io.shelfcast.producer.simulate.Simulation;
import io.shelfcast.producer.timeline.Disturbance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backfill}: history goes straight into the lake. */
@Command(
    name = "backfill",
    description = {
      "Writes days of real sales straight into the lake, up to --to.",
      "",
      "A second run over the same days replaces the first. Reads the files that replay reads.",
      ""
    },
    subcommands = BackfillCommand.SimulatedCommand.class)
public final class BackfillCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "FILE", description = "CSV files, plain or .gz.")
  private List<Path> files;

  @Mixin private DataOptions data;
  @Mixin private LakeOptions lake;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (files == null) {
      throw new ParameterException(spec.commandLine(), "Name a file, or: backfill simulated");
    }
    Dataset dataset = data.open(files);
    Overview overview = dataset.series().overview();
    LineTally lines = new LineTally();
    lake.write(
        DatasetHistory.of(dataset.series(), data.terms(), lines),
        overview.firstDay(),
        overview.lastDay(),
        spec);
    spec.commandLine().getOut().println(ReplayCommand.account(lines));
    return 0;
  }

  /** {@code backfill simulated}: the past of the world whose tills {@code tills} lets write. */
  @Command(
      name = "simulated",
      mixinStandardHelpOptions = true,
      description = "Writes the past of a simulated world: all days before --start.")
  public static final class SimulatedCommand implements Callable<Integer> {
    @Mixin private WorldOptions world;
    @Mixin private LakeOptions lake;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      Duration unused = Duration.ofHours(1);
      var options = world.options(unused, unused, Disturbance.NONE);
      int firstLive = (int) options.start().toEpochDay();
      lake.write(
          new Simulation(options).history(),
          firstLive - options.historyDays(),
          firstLive - 1,
          spec);
      return 0;
    }
  }
}
