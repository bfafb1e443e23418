package io.shelfcast.local;

import io.shelfcast.producer.BackfillCommand;
import io.shelfcast.producer.ReplayCommand;
import io.shelfcast.producer.TillsCommand;
import io.shelfcast.trainer.BacktestCommand;
import io.shelfcast.trainer.ServeCommand;
import io.shelfcast.trainer.SimulateCommand;
import io.shelfcast.trainer.TrainCommand;
import io.shelfcast.trainer.flink.TrainOnFlinkCommand;
import java.util.Locale;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line behind the script {@code run}: the whole system on one machine. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "Shelfcast 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shelfcast on one machine: no account, no container.",
      "",
      "Start with:  ./run demo",
      ""
    },
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      JobCommand.class,
      TillsCommand.class,
      ReplayCommand.class,
      BackfillCommand.class,
      TrainCommand.class,
      TrainOnFlinkCommand.class,
      BacktestCommand.class,
      SimulateCommand.class,
      ServeCommand.class,
      VerifyRecoveryCommand.class,
      TimetravelCommand.class,
      RefusedCommand.class,
      CompactCommand.class
    })
public final class Shelfcast implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    // Two libraries warn through java.util.logging, which would write to the console.
    LogManager.getLogManager().reset();
    System.exit(commandLine().execute(args));
  }

  /** The command with all its subcommands, for main and for tests. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Shelfcast());
    line.setExecutionExceptionHandler(Shelfcast::explain);
    return line;
  }

  private static int explain(Exception e, CommandLine line, ParseResult parsed) {
    LoggerFactory.getLogger(Shelfcast.class).error("{} failed", line.getCommandName(), e);
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    line.getErr().println(e instanceof Problem ? message : line.getCommandName() + ": " + message);
    return 1;
  }
}
