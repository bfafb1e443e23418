package io.shelfcast.trainer;

import io.shelfcast.trainer.backtest.Backtest;
import io.shelfcast.trainer.backtest.BacktestJson;
import io.shelfcast.trainer.backtest.BacktestReport;
import io.shelfcast.trainer.backtest.BacktestResult;
import io.shelfcast.trainer.backtest.BacktestTable;
import io.shelfcast.trainer.backtest.Intraday;
import io.shelfcast.trainer.backtest.IntradayJson;
import io.shelfcast.trainer.backtest.IntradayResult;
import io.shelfcast.trainer.backtest.IntradayTable;
import io.shelfcast.trainer.backtest.Origins;
import io.shelfcast.trainer.backtest.PeakMemory;
import io.shelfcast.trainer.backtest.SalesOptions;
import io.shelfcast.trainer.boost.NativeXgboost;
import io.shelfcast.trainer.series.SpilledSeries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code backtest}: the error of forecasts made on days of the past, beside the usual methods'. */
@Command(
    name = "backtest",
    description = {
      "Forecasts from days of the past, each with a model that knew nothing later, and prints the"
          + " errors beside those of the usual methods.",
      ""
    },
    sortOptions = false)
public final class BacktestCommand implements Callable<Integer> {
  private static final int LONGEST_HORIZON = 30;

  @Spec private CommandSpec spec;
  @Mixin private SalesOptions sales;

  @Option(
      names = "--origins",
      paramLabel = "DATES|N",
      defaultValue = "4",
      description =
          "Last known days, as 2024-03-31,2024-06-30, or how many to choose"
              + " (default: ${DEFAULT-VALUE}).")
  private String origins;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "Days forecast and counted, at most 30 (default: ${DEFAULT-VALUE}).")
  private int horizon;

  @Option(
      names = "--intraday",
      description =
          "Instead: forecasts made at 10:00, 13:00 and 17:00 of each of those days from the sales"
              + " so far, beside midnight's. Needs sales by hour: freshretail, online-retail or"
              + " files like theirs.")
  private boolean intraday;

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there.")
  private Path json;

  @Option(names = "--report", paramLabel = "DIR", description = "Write a page with charts there.")
  private Path report;

  @Option(
      names = "--most-rows",
      paramLabel = "N",
      description = "Learn from so many rows at most (default: ${DEFAULT-VALUE}).")
  private int mostRows = 1_000_000;

  @Option(
      names = "--ignore-stockouts",
      description = "Learn and forecast as if nobody had noticed empty shelves, to see the harm.")
  private boolean ignoreStockouts;

  @Option(names = "--seed", description = "Seed of what is drawn (default: ${DEFAULT-VALUE}).")
  private int seed = 1;

  @Override
  public Integer call() throws IOException {
    long began = System.nanoTime();
    if (horizon < 1 || horizon > LONGEST_HORIZON) {
      throw new ParameterException(
          spec.commandLine(), "--horizon takes 1 to " + LONGEST_HORIZON + " days.");
    }
    if (intraday && report != null) {
      throw new ParameterException(spec.commandLine(), "--intraday writes no --report.");
    }
    if (intraday && ignoreStockouts) {
      throw new ParameterException(
          spec.commandLine(), "--intraday counts days without stockouts only.");
    }
    NativeXgboost.require();
    Progress progress = ConsoleProgress.of(spec);
    try (SpilledSeries source =
        intraday ? sales.readHours(spec, progress) : sales.read(spec, progress)) {
      List<Integer> days = Origins.parse(origins, source.firstDay(), source.lastDay(), horizon);
      TrainingSettings settings = TrainingSettings.here(mostRows, seed, false);
      if (intraday) {
        printIntraday(new Intraday(source, settings, progress).run(days, horizon), began);
      } else {
        Backtest backtest = new Backtest(source, settings, progress, !ignoreStockouts);
        print(backtest.run(days, horizon), began, progress);
      }
    }
    return 0;
  }

  private void print(BacktestResult result, long began, Progress progress) throws IOException {
    new BacktestTable(spec.commandLine().getOut()).print(result);
    double seconds = secondsSince(began);
    long peak = PeakMemory.megabytes();
    if (json != null) {
      BacktestJson.write(result, seconds, peak, json);
    }
    if (report != null) {
      progress.say("report: " + BacktestReport.write(result, report));
    }
    printCost(seconds, peak);
  }

  private void printIntraday(IntradayResult result, long began) throws IOException {
    new IntradayTable(spec.commandLine().getOut()).print(result);
    double seconds = secondsSince(began);
    if (json != null) {
      IntradayJson.write(result, seconds, json);
    }
    printCost(seconds, PeakMemory.megabytes());
  }

  private void printCost(double seconds, long peak) {
    spec.commandLine()
        .getOut()
        .printf(Locale.ROOT, "%n%.0f s, %,d MB of memory at most%n", seconds, peak);
    spec.commandLine().getOut().flush();
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
