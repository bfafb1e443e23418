package io.shelfcast.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the stream and the table. */
@Command(
    name = "up",
    description = {
      "Starts the stream, the table and the lake; they go on until ./run down.",
      "What runs already is left as it is, and data of earlier runs is kept."
    })
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption where;
  @Mixin private StackOptions stack;

  @Override
  public Integer call() {
    LocalState state = where.state();
    new Emulators(state, Home.emulators())
        .up(stack.ports(state), stack.shards(), spec.commandLine().getOut()::println);
    return 0;
  }
}
