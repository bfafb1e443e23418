package io.shelfcast.aws;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line behind {@code ./run synth}, {@code deploy} and {@code destroy}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "synth|deploy|destroy",
    description = "Shelfcast in an AWS account.")
public final class ShelfcastOnAws implements Runnable {
  @Spec private CommandSpec spec;

  /** Which deployment. */
  static final class Which {
    @Option(
        names = "--sizes",
        paramLabel = "FILE",
        description = "Names, sizes and thresholds (default: infra/aws/sizes.json).")
    private Path file;

    Sizes sizes(Home home) {
      return Sizes.read(file == null ? home.sizes() : file);
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "synth",
      description = "Writes the templates and checks them with cdk-nag; needs no account.")
  void synth(
      @Mixin Which which,
      @Option(names = "--out", paramLabel = "DIR", description = "Gets the templates.") Path out) {
    Home home = Home.ofProcess();
    Path folder = out == null ? home.templates() : out.toAbsolutePath();
    Synthesis.write(folder, which.sizes(home), LakeBucket.CODE + "/shelfcast-job.jar", home.sql());
    spec.commandLine().getOut().println("Templates  " + folder);
  }

  @Command(
      name = "deploy",
      description = {
        "Builds the job, deploys data and application, starts the job and waits until it runs.",
        "Needs the AWS command line with credentials, and an account that was bootstrapped."
      })
  void deploy(
      @Mixin Which which,
      @Option(
              names = "--anew",
              description =
                  "Starts the job without its state; with lake.rebuild it reads the lake.")
          boolean anew,
      @Option(names = "--yes", description = YES) boolean yes) {
    List<String> options = List.of("--require-approval", yes ? "never" : "broadening");
    deployment(which).deploy(anew, options);
  }

  @Command(
      name = "destroy",
      description = "Deletes the application, the job's snapshots with it. The data stays.")
  void destroy(
      @Mixin Which which,
      @Option(
              names = "--data",
              description = "Deletes the data stack too; what holds data stays in the account.")
          boolean data,
      @Option(names = "--yes", description = YES) boolean yes) {
    deployment(which).destroy(data, yes ? List.of("--force") : List.of());
  }

  private static final String YES = "Does not ask.";

  private Deployment deployment(Which which) {
    Home home = Home.ofProcess();
    return new Deployment(
        home,
        which.sizes(home),
        new Commands(home.root()),
        spec.commandLine().getOut(),
        ShelfcastOnAws::pause);
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  public static void main(String[] args) {
    int code = commandLine().execute(args);
    System.exit(code);
  }

  /** The command with its subcommands, for main and for tests. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new ShelfcastOnAws());
    line.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          failed.getErr().println(failed.getCommandName() + ": " + e.getMessage());
          return 1;
        });
    return line;
  }
}
