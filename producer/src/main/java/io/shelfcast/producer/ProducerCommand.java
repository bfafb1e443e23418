package io.shelfcast.producer;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The producer's commands by themselves; the script {@code run} offers the same ones. */
@Command(
    name = "producer",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Writes sales, simulated or real, to the stream or into the lake.",
    subcommands = {TillsCommand.class, ReplayCommand.class, BackfillCommand.class})
public final class ProducerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  /** The command with all its subcommands, for main and for tests. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new ProducerCommand());
    line.setExecutionExceptionHandler(ProducerCommand::explain);
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
    return line;
  }

  private static int explain(Exception e, CommandLine line, ParseResult parsed) {
    line.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
    return 1;
  }
}
