package io.shelfcast.trainer;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compact}: keeps a lake's files few and large, in the container that the trainer is in. */
@Command(
    name = "compact",
    description = "Rewrites the lake's small files of closed days into large ones; run it daily.",
    sortOptions = false)
final class CompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--lake", paramLabel = "URI", required = true, description = "Root of the lake.")
  private String lake;

  @Mixin private CompactionOptions compaction;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(compaction.run(Locations.lake(lake)));
    return 0;
  }
}
