package io.shelfcast.bench;

import io.shelfcast.bench.freshness.FreshnessCommand;
import io.shelfcast.bench.pipeline.PipelineCommand;
import io.shelfcast.bench.scale.ScaleCommand;
import io.shelfcast.bench.scoring.ScoringCommand;
import io.shelfcast.bench.training.TrainingCommand;
import java.util.Locale;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line behind {@code run bench}: each benchmark against a peer in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "Measures Shelfcast on this machine, against what others would use.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      ScoringCommand.class,
      PipelineCommand.class,
      FreshnessCommand.class,
      ScaleCommand.class,
      TrainingCommand.class
    })
public final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    LogManager.getLogManager().reset();
    CommandLine line = new CommandLine(new Bench());
    line.setExecutionExceptionHandler(Bench::explain);
    System.exit(line.execute(args));
  }

  private static int explain(Exception e, CommandLine line, ParseResult parsed) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    line.getErr().println(line.getCommandName() + ": " + message);
    return 1;
  }
}
