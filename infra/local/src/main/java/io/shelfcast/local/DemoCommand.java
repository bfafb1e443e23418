package io.shelfcast.local;

import io.shelfcast.producer.timeline.Pacer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything at once. */
@Command(
    name = "demo",
    description = {
      "Shows everything: stream, table, history, a model trained here, the job with its",
      "dashboard, tills at high speed, retraining, the swap; then adds it all up.",
      "It begins anew each time, in a folder of its own, and leaves nothing running."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int RETRAIN_SIMULATED_DAYS = 21;
  private static final int RETRAIN_REAL_DAYS = 91;
  private static final double SIMULATED_SPEED_UP = 21_600;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = ".shelfcast/demo",
      description = "Folder of the demo, emptied at its start (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Replays files of real sales instead of simulated tills; see ./run replay.")
  private List<Path> files;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --data: only so many products, those sold on most days (default: all).")
  private int products;

  @Option(
      names = "--speedup",
      paramLabel = "N",
      description = {
        "Seconds of the tills' clock in one second; the tills wait when the job falls behind",
        "(default: 21600, or as fast as the job reads with --data)."
      })
  private Double speedUp;

  @Option(
      names = "--retrain-every",
      paramLabel = "DAYS",
      description = {
        "Days of the tills' clock from one compaction and training to the next",
        "(default: 21, or 91 with --data)."
      })
  private Integer retrainEvery;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = WallTime.class,
      description = "Stops the tills after this wall time, as 90s, 5m or 1h, and then ends.")
  private Duration until;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the simulated world (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--summary", paramLabel = "FILE", description = "Writes the result as JSON.")
  private Path summaryFile;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    LocalState state = new LocalState(folder);
    Ports ports = stack.ports(state);
    Emulators.requireNothingRuns(state);
    state.empty();
    state.logTo("demo");
    try (Sales sales = sales();
        Demo demo = new Demo(state, ports, sales, out)) {
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end of demo"));
      Summary summary =
          demo.run(speedUp(), retrainEvery(), until == null ? Duration.ofDays(365) : until);
      if (summaryFile != null) {
        summary.write(summaryFile);
      }
      return tell(summary, out);
    }
  }

  private Sales sales() {
    if (files != null) {
      return new RealSales(files, products);
    }
    return SimulatedSales.chain(seed, LocalDate.now(ZoneOffset.UTC));
  }

  private double speedUp() {
    if (speedUp != null) {
      return speedUp;
    }
    return files == null ? SIMULATED_SPEED_UP : Pacer.MAX_SPEED;
  }

  private int retrainEvery() {
    if (retrainEvery == null) {
      return files == null ? RETRAIN_SIMULATED_DAYS : RETRAIN_REAL_DAYS;
    }
    if (retrainEvery < 1) {
      throw new Problem("--retrain-every takes a number of days from 1, not " + retrainEvery + ".");
    }
    return retrainEvery;
  }

  private static int tell(Summary s, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Records    %,d sent, %,d read: %,d applied, %,d duplicate, %,d refused, %,d too old%n"
            + "Lake       %,d live events%n"
            + "Targets    %,d written, %,d changes left for later%n"
            + "Freshness  %.0f ms median, %.0f ms 99th percentile%n",
        s.sent(),
        s.read(),
        s.applied(),
        s.duplicate(),
        s.refused(),
        s.tooOld(),
        s.lakeRows(),
        s.targetsWritten(),
        s.targetsSuppressed(),
        s.freshnessMs().p50(),
        s.freshnessMs().p99());
    s.wape()
        .forEach(
            (horizon, w) ->
                out.printf(
                    Locale.ROOT,
                    "WAPE       %s: model %.4f, seasonal naive %.4f (%,d days)%n",
                    horizon,
                    w.model(),
                    w.seasonalNaive(),
                    w.days()));
    s.models()
        .forEach(
            m -> out.printf("Model      %d, in force from %s%n", m.sequence(), m.inForceFrom()));
    s.lines().forEach((purpose, fates) -> out.printf("Lines      %s: %s%n", purpose, fates));
    out.printf("Took       %d seconds%n", s.seconds());
    out.flush();
    if (!s.accountedFor()) {
      throw new Problem("The figures do not add up: something was lost or counted twice.");
    }
    return 0;
  }
}
