package io.shelfcast.trainer;

import io.shelfcast.feature.Feature;
import io.shelfcast.trainer.backtest.PeakMemory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of the commands that measure forecasts, and the line on what a run of them cost. */
final class MeasuringOptions {
  private final long began = System.nanoTime();

  @Option(names = "--json", paramLabel = "FILE", description = "Write all figures there.")
  private Path json;

  @Option(names = "--report", paramLabel = "DIR", description = "Write a page with charts there.")
  private Path report;

  @Option(
      names = "--most-rows",
      paramLabel = "N",
      description = "Learn from so many rows at most (default: ${DEFAULT-VALUE}).")
  private int mostRows = 1_000_000;

  @Option(names = "--seed", description = "Seed of what is drawn (default: ${DEFAULT-VALUE}).")
  private int seed = 1;

  @Option(
      names = "--without",
      paramLabel = "FEATURE",
      split = ",",
      description = {
        "Let the models do without these features, to see what they are worth:",
        "${COMPLETION-CANDIDATES}."
      })
  private Set<Feature> without = Set.of();

  /** The file for the figures, or null. */
  Path json() {
    return json;
  }

  /** The folder for the page, or null. */
  Path report() {
    return report;
  }

  TrainingSettings settings() {
    return TrainingSettings.here(mostRows, seed, false).without(without);
  }

  int seed() {
    return seed;
  }

  /** Since the command began. */
  double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  void printCost(CommandSpec spec) {
    PrintWriter out = spec.commandLine().getOut();
    long peak = PeakMemory.megabytes();
    out.printf(Locale.ROOT, "%n%.0f s, %,d MB of memory at most%n", seconds(), peak);
    out.flush();
  }
}
