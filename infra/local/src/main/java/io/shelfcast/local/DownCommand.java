package io.shelfcast.local;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends everything that runs in the background; data stays on disk. */
@Command(
    name = "down",
    description = {
      "Ends the job, the stream and the table that were started from this folder.",
      "Their data stays; delete the folder to begin anew."
    })
final class DownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption where;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LocalState state = where.state();
    if (new ChildProcess("job", state).stop(Duration.ofSeconds(20))) {
      out.println("Ended job.");
    }
    new Emulators(state, Home.emulators()).down(out::println);
    return 0;
  }
}
