package io.shelfcast.trainer;

import io.shelfcast.trainer.backtest.PeakMemory;
import io.shelfcast.trainer.backtest.SalesOptions;
import io.shelfcast.trainer.boost.NativeXgboost;
import io.shelfcast.trainer.series.SpilledSeries;
import io.shelfcast.trainer.simulate.Costs;
import io.shelfcast.trainer.simulate.Simulation;
import io.shelfcast.trainer.simulate.SimulationJson;
import io.shelfcast.trainer.simulate.SimulationReport;
import io.shelfcast.trainer.simulate.SimulationResult;
import io.shelfcast.trainer.simulate.SimulationTable;
import io.shelfcast.trainer.simulate.Terms;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code simulate}: stock kept by Shelfcast's targets, and by the usual policies. */
@Command(
    name = "simulate",
    description = {
      "Keeps shelves over days of the past by Shelfcast's targets and by the usual policies, each"
          + " with nothing known later, and prints stock, service and cost beside each other.",
      ""
    },
    sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_DAYS_CHOSEN = 184;
  private static final int CHOSEN_PART = 4;

  @Spec private CommandSpec spec;
  @Mixin private SalesOptions sales;
  @Mixin private MeasuringOptions measuring;

  @Option(
      names = "--from-date",
      paramLabel = "DATE",
      description =
          "First day simulated; the data goes on to its end (default: its last quarter, half a"
              + " year at most).")
  private LocalDate fromDate;

  @Option(
      names = "--lead-time",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "From order to delivery, on average (default: ${DEFAULT-VALUE}).")
  private int leadTime;

  @Option(
      names = "--lead-time-sd",
      paramLabel = "DAYS",
      defaultValue = "0",
      description = "Standard deviation of it, drawn for each order (default: ${DEFAULT-VALUE}).")
  private double leadTimeSd;

  @Option(
      names = "--review-period",
      paramLabel = "DAYS",
      defaultValue = "1",
      description = "From one chance to order to the next (default: ${DEFAULT-VALUE}).")
  private int reviewPeriod;

  @Option(
      names = "--pack-size",
      paramLabel = "UNITS",
      defaultValue = "1",
      description = "Goods are ordered in multiples of it (default: ${DEFAULT-VALUE}).")
  private double packSize;

  @Option(
      names = "--holding-cost",
      paramLabel = "COST",
      description = "Of a unit on the shelf over a night; with --shortage-cost.")
  private Double holdingCost;

  @Option(
      names = "--shortage-cost",
      paramLabel = "COST",
      description = "Of a unit that was wanted and not there; with --holding-cost.")
  private Double shortageCost;

  @Option(
      names = "--retrain",
      paramLabel = "DAYS",
      defaultValue = "56",
      description = "From one training to the next (default: ${DEFAULT-VALUE}).")
  private int retrain;

  @Override
  public Integer call() throws IOException {
    Terms terms = terms();
    List<Costs> costs = costs();
    NativeXgboost.require();
    Progress progress = ConsoleProgress.of(spec);
    try (SpilledSeries source = sales.read(spec, progress)) {
      SimulationResult result =
          new Simulation(source, terms, measuring.settings(), progress)
              .run(firstDay(source), retrain);
      new SimulationTable(spec.commandLine().getOut(), costs).print(result);
      if (measuring.json() != null) {
        SimulationJson.write(
            result, costs, measuring.seconds(), PeakMemory.megabytes(), measuring.json());
      }
      if (measuring.report() != null) {
        progress.say("report: " + SimulationReport.write(result, costs, measuring.report()));
      }
      measuring.printCost(spec);
    }
    return 0;
  }

  private int firstDay(SpilledSeries source) {
    if (fromDate != null) {
      return (int) fromDate.toEpochDay();
    }
    int days = source.lastDay() - source.firstDay() + 1;
    return source.lastDay() + 1 - Math.min(MOST_DAYS_CHOSEN, days / CHOSEN_PART);
  }

  private Terms terms() {
    require(retrain >= 1, "--retrain takes at least one day.");
    require(packSize > 0 && packSize < 1e6, "--pack-size takes a number above zero.");
    try {
      long pack = Math.round(10_000 * packSize);
      return new Terms(leadTime, leadTimeSd, reviewPeriod, pack, measuring.seed());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<Costs> costs() {
    List<Costs> costs = new ArrayList<>(List.of(Costs.NINE, Costs.NINETEEN));
    require(
        (holdingCost == null) == (shortageCost == null),
        "--holding-cost and --shortage-cost go together.");
    if (holdingCost != null) {
      require(holdingCost > 0 && shortageCost > 0, "Costs are above zero.");
      costs.add(new Costs("", holdingCost, shortageCost));
    }
    return costs;
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
