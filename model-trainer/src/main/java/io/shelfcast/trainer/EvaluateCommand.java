package io.shelfcast.trainer;

import io.shelfcast.lake.Lake;
import io.shelfcast.trainer.boost.NativeXgboost;
import io.shelfcast.trainer.series.SpilledSeries;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: the error of models trained up to given days of a lake; publishes nothing. */
@Command(
    name = "evaluate",
    description = "Prints the error of models that knew a lake up to given days.",
    sortOptions = false)
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--lake", required = true, paramLabel = "URI", description = "Root of the lake.")
  private String lake;

  @Option(
      names = "--origins",
      required = true,
      split = ",",
      paramLabel = "DATE",
      description = "Last known days.")
  private List<LocalDate> origins;

  @Option(names = "--horizon", description = "Days counted (default: ${DEFAULT-VALUE}).")
  private int horizon = 30;

  @Option(
      names = "--zone",
      description = "Zone of stores that have not said theirs (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(names = "--seed", description = "Seed of what is drawn (default: ${DEFAULT-VALUE}).")
  private int seed = 1;

  @Override
  public Integer call() {
    NativeXgboost.require();
    Progress progress = ConsoleProgress.of(spec);
    Lake from = Locations.lake(lake);
    LakeTraining reading = new LakeTraining(from, zone, Clock.systemUTC(), progress);
    List<Integer> days = origins.stream().map(day -> (int) day.toEpochDay() + 1).toList();
    try (SpilledSeries source = reading.spill(from.refresh(), Optional.empty())) {
      Map<Integer, Evaluation.Errors> errors =
          new Evaluation(
                  source, TrainingSettings.here(TrainingSettings.MOST_ROWS, seed, false), progress)
              .run(days, horizon);
      errors.forEach(this::print);
      print("all", Evaluation.Errors.sum(errors.values()));
    }
    return 0;
  }

  private void print(int originDay, Evaluation.Errors errors) {
    print(LocalDate.ofEpochDay(originDay - 1L).toString(), errors);
  }

  private void print(String origin, Evaluation.Errors errors) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-10s  WAPE %.4f (bias %+.4f)  seasonal naive %.4f (%+.4f)%n",
        origin,
        errors.model().wape(),
        errors.model().bias(),
        errors.seasonalNaive().wape(),
        errors.seasonalNaive().bias());
    out.flush();
  }
}
