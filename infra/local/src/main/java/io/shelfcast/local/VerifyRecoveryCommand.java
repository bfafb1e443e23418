package io.shelfcast.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that a killed job ends as an undisturbed one does. */
@Command(
    name = "verify-recovery",
    description = {
      "Lets two jobs read one recorded stream, one of them killed (-9) at a seeded point and",
      "resumed, and compares every target byte for byte and all fates; exit code 1 if they",
      "differ."
    })
final class VerifyRecoveryCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = ".shelfcast/verify-recovery",
      description = "Folder of the check, emptied at its start (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the events and of the kill (default: ${DEFAULT-VALUE}).")
  private long seed;

  private final long startedAt = System.nanoTime();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    LocalState state = new LocalState(folder);
    Ports ports = stack.ports(state);
    Emulators.requireNothingRuns(state);
    state.empty();
    for (String name : List.of("undisturbed", "killed")) {
      new LocalState(folder.resolve(name)).empty();
    }
    state.logTo("verify-recovery");
    try (Recovery recovery = new Recovery(state, ports, seed, line -> tell(out, line))) {
      Runtime.getRuntime().addShutdownHook(new Thread(recovery::close, "end of check"));
      List<String> differences = recovery.differences();
      differences.stream().limit(SHOWN).forEach(line -> tell(out, line));
      if (differences.size() > SHOWN) {
        tell(out, "and " + (differences.size() - SHOWN) + " more");
      }
      tell(out, differences.isEmpty() ? "equal" : differences.size() + " differences");
      return differences.isEmpty() ? 0 : 1;
    }
  }

  private void tell(PrintWriter out, String line) {
    out.printf(
        "[%4d s] seed %d: %s%n", (System.nanoTime() - startedAt) / 1_000_000_000, seed, line);
    out.flush();
  }
}
