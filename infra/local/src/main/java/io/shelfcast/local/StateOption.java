package io.shelfcast.local;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option every command has: where this machine's state is. */
final class StateOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      defaultValue = ".shelfcast",
      description = "Folder for everything kept on this machine (default: ${DEFAULT-VALUE}).")
  private Path folder;

  /** The state; from here on this process logs to a file of the command's name in it. */
  LocalState state() {
    LocalState state = new LocalState(folder);
    state.logTo(command.name());
    return state;
  }
}
