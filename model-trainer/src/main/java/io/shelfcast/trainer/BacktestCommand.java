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
import java.util.List;
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
  @Mixin private MeasuringOptions measuring;

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

  @Option(
      names = "--ignore-stockouts",
      description = "Learn and forecast as if nobody had noticed empty shelves, to see the harm.")
  private boolean ignoreStockouts;

  @Override
  public Integer call() throws IOException {
    if (horizon < 1 || horizon > LONGEST_HORIZON) {
      throw new ParameterException(
          spec.commandLine(), "--horizon takes 1 to " + LONGEST_HORIZON + " days.");
    }
    if (intraday && measuring.report() != null) {
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
      TrainingSettings settings = measuring.settings();
      if (intraday) {
        printIntraday(new Intraday(source, settings, progress).run(days, horizon));
      } else {
        Backtest backtest = new Backtest(source, settings, progress, !ignoreStockouts);
        print(backtest.run(days, horizon), progress);
      }
    }
    return 0;
  }

  private void print(BacktestResult result, Progress progress) throws IOException {
    new BacktestTable(spec.commandLine().getOut()).print(result);
    if (measuring.json() != null) {
      BacktestJson.write(result, measuring.seconds(), PeakMemory.megabytes(), measuring.json());
    }
    if (measuring.report() != null) {
      progress.say("report: " + BacktestReport.write(result, measuring.report()));
    }
    measuring.printCost(spec);
  }

  private void printIntraday(IntradayResult result) throws IOException {
    new IntradayTable(spec.commandLine().getOut()).print(result);
    if (measuring.json() != null) {
      IntradayJson.write(result, measuring.seconds(), measuring.json());
    }
    measuring.printCost(spec);
  }
}
