package io.shelfcast.bench.training;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.Figure;
import io.shelfcast.bench.Machine;
import io.shelfcast.bench.Report;
import io.shelfcast.bench.ReportOptions;
import io.shelfcast.bench.SalesLake;
import io.shelfcast.bench.SalesSource;
import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.bench.training.TrainingProbe.Measured;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.trainer.ConsoleProgress;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.backtest.SalesFiles;
import io.shelfcast.trainer.backtest.SalesOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench training}: from a lake to a published bundle, against xgboost's own share of it. */
@Command(
    name = "training",
    description = {
      "From a lake to a published bundle: seconds and memory of each phase. The peer is xgboost",
      "itself, whose own time is the least that a training can take."
    },
    sortOptions = false)
public final class TrainingCommand implements Callable<Integer> {
  private static final Set<Phase> OVERHEAD =
      EnumSet.of(Phase.READING, Phase.ROWS, Phase.CALIBRATION, Phase.PUBLISHING);

  private static final int MOST_MEGABYTES = 3_000;

  @Spec private CommandSpec spec;
  @Mixin private ReportOptions report;
  @Mixin private SalesSource from;

  @Option(
      names = "--dataset",
      split = ",",
      defaultValue = "freshretail,store-item",
      converter = SalesOptions.KnownName.class,
      description = "Sales to learn from (default: ${DEFAULT-VALUE}).")
  private List<SalesFiles.Known> sales;

  @Option(
      names = "--most-rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Learn from so many rows at most (default: ${DEFAULT-VALUE}).")
  private int mostRows;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Trainings of each, in turn (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--heap",
      defaultValue = "1500m",
      description = "Most memory for Java's heap (default: ${DEFAULT-VALUE}).")
  private String heap;

  @Override
  public Integer call() throws Exception {
    Progress progress = ConsoleProgress.of(spec);
    progress.say(Machine.described());
    try (ScratchFolder scratch = ScratchFolder.create()) {
      List<List<Measured>> measured = new ArrayList<>();
      for (SalesFiles.Known each : sales) {
        SalesLake.backfilled(each, from.folder(), scratch.path().resolve(each.toString()));
        measured.add(new ArrayList<>());
      }
      for (int round = 1; round <= rounds; round++) {
        for (int i = 0; i < sales.size(); i++) {
          Measured one = trained(scratch.path().resolve(sales.get(i).toString()));
          measured.get(i).add(one);
          progress.say(
              String.format(
                  "%s, round %d of %d: %.0f s, overhead %.3f, %,d MB",
                  sales.get(i), round, rounds, total(one), overhead(one), peak(one)));
        }
      }
      report.tell(told(measured), spec);
    }
    return 0;
  }

  /** Each round is a first training: what an earlier one published is not looked at. */
  private Measured trained(Path lake) throws IOException, InterruptedException {
    Measured measured =
        new ChildJvm(TrainingProbe.class, heap)
            .run(Measured.class, lake.toString(), Integer.toString(mostRows));
    ScratchFolder.of(lake.resolve(BundleFolder.ALL)).close();
    return measured;
  }

  private Report told(List<List<Measured>> measured) {
    Report told = new Report();
    double share = 0;
    double peak = 0;
    for (int i = 0; i < sales.size(); i++) {
      String of = sales.get(i) + " ";
      List<Measured> rounds = measured.get(i);
      for (Phase phase : Phase.values()) {
        told.add(
            Figure.of(of + phase.json(), "s", rounds, round -> round.seconds().get(phase.json())));
      }
      told.add(Figure.of(of + "total", "s", rounds, TrainingCommand::total));
      for (Phase phase : Phase.values()) {
        told.add(
            Figure.of(
                of + phase.json() + "Peak",
                "MB",
                rounds,
                round -> round.megabytes().get(phase.json())));
      }
      Figure overhead = Figure.of(of + "overheadShare", "", rounds, TrainingCommand::overhead);
      Figure most = Figure.of(of + "peak", "MB", rounds, TrainingCommand::peak);
      told.add(overhead).add(most);
      told.add(Figure.of(of + "trees", "", rounds, Measured::trees));
      share = Math.max(share, overhead.median());
      peak = Math.max(peak, most.max());
    }
    return told.atMost("overheadShare", share, 1 / 3.0)
        .atMost("peakMegabytes", peak, MOST_MEGABYTES);
  }

  private static double total(Measured round) {
    return round.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double overhead(Measured round) {
    return OVERHEAD.stream().mapToDouble(phase -> round.seconds().get(phase.json())).sum()
        / total(round);
  }

  private static long peak(Measured round) {
    return round.megabytes().values().stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
