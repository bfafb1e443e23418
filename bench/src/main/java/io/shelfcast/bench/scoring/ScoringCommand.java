package io.shelfcast.bench.scoring;

import io.shelfcast.bench.Figure;
import io.shelfcast.bench.Machine;
import io.shelfcast.bench.Report;
import io.shelfcast.bench.ReportOptions;
import io.shelfcast.bench.SalesSource;
import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.model.Forest;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.ConsoleProgress;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.backtest.SalesFiles;
import io.shelfcast.trainer.backtest.SalesOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench scoring}: the compiled forest against xgboost4j and ai.h2o's predictor. */
@Command(
    name = "scoring",
    description = {
      "One forecast and one row of real features through the same trees: this project's forest,",
      "xgboost4j's inplace_predict and predict(DMatrix), ai.h2o's predictor."
    },
    sortOptions = false)
public final class ScoringCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReportOptions report;
  @Mixin private SalesSource from;

  @Option(
      names = "--dataset",
      defaultValue = "store-item",
      converter = SalesOptions.KnownName.class,
      description = "Sales that the features are of (default: ${DEFAULT-VALUE}).")
  private SalesFiles.Known sales;

  @Option(
      names = "--trees",
      defaultValue = "500",
      description = "Trees of the model (default: ${DEFAULT-VALUE}).")
  private int trees;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Times that all scorers are run (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Progress progress = ConsoleProgress.of(spec);
    try (ScratchFolder scratch = ScratchFolder.create()) {
      ScoringCase scoring = ScoringCase.of(sales, from.folder(), trees, progress);
      scoring.write(scratch.path());
      int compared = new SameMargins(new Scorers(scoring.ubj())).check(scoring);
      progress.say(String.format("%,d margins are the same", compared));
      report.tell(measured(scoring, scratch.path(), progress), spec);
    }
    return 0;
  }

  private Report measured(ScoringCase scoring, Path folder, Progress progress)
      throws RunnerException, XGBoostError, IOException, RefusedBundle {
    progress.say(Machine.described());
    ScoringRounds measured = new ScoringRounds(folder);
    for (int round = 1; round <= rounds; round++) {
      progress.say("round " + round + " of " + rounds);
      measured.run();
    }
    Report told = new Report();
    measured.names().forEach(name -> told.add(measured.figure(name)));
    Forest forest = Scorers.loadShelfcast(scoring.ubj());
    told.add(Figure.of("bytesOfFile", "bytes", scoring.ubj().length))
        .add(Figure.of("bytesShelfcast", "bytes", forest.bytes()))
        .add(Figure.of("bytesH2oFile", "bytes", Scorers.h2oForm(scoring.ubj()).length));
    return told.atLeast("forecastVsInplace", told.times("forecastInplace", "forecastShelfcast"), 5)
        .atLeast("rowVsInplace", told.times("rowInplace", "rowShelfcast"), 15)
        .atLeast("forecastVsMatrix", told.times("forecastMatrix", "forecastShelfcast"), 5)
        .atLeast("forecastVsH2o", told.times("forecastH2o", "forecastShelfcast"), 1)
        .atLeast("rowVsH2o", told.times("rowH2o", "rowShelfcast"), 1);
  }
}
