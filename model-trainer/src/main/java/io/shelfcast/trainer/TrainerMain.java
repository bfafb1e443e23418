package io.shelfcast.trainer;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the trainer. */
@Command(
    name = "model-trainer",
    description =
        "Trains, backtests and serves the demand model; simulates stock kept by it; compacts the"
            + " lake it learns from.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      BacktestCommand.class,
      SimulateCommand.class,
      ServeCommand.class,
      CompactCommand.class
    })
public final class TrainerMain implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command with its subcommands, for main and for tests. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new TrainerMain());
    line.setExecutionExceptionHandler(Failures::explain);
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }
}
