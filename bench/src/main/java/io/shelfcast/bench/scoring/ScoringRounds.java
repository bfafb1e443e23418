package io.shelfcast.bench.scoring;

import io.shelfcast.bench.Figure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all of {@link ScoringBenchmark} several times over, so that whatever else the machine does
 * meets each scorer alike.
 */
final class ScoringRounds {
  private final Path folder;
  private final Map<String, List<Double>> values = new LinkedHashMap<>();

  ScoringRounds(Path folder) {
    this.folder = folder;
  }

  /** One round, each benchmark in a JVM of its own. */
  void run() throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(ScoringBenchmark.class.getName())
            .param("folder", folder.toString())
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      String name = result.getPrimaryResult().getLabel();
      List<Double> all = values.computeIfAbsent(name, absent -> new ArrayList<>());
      result
          .getBenchmarkResults()
          .forEach(
              forked ->
                  forked.getIterationResults().stream()
                      .map(IterationResult::getPrimaryResult)
                      .forEach(iteration -> all.add(iteration.getScore())));
    }
  }

  /** What one benchmark took, in microseconds. */
  Figure figure(String benchmark) {
    double[] all = values.get(benchmark).stream().mapToDouble(Double::doubleValue).toArray();
    return Figure.of(benchmark, "µs", all);
  }

  /** The benchmarks by name. */
  Iterable<String> names() {
    return values.keySet();
  }
}
