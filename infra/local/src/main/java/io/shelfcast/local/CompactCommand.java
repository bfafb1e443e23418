package io.shelfcast.local;

import io.shelfcast.trainer.CompactionOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps the lake's files few and large. */
@Command(
    name = "compact",
    description = "Rewrites the lake's small files of closed days into large ones; run it daily.")
final class CompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption where;
  @Mixin private LakeOption lake;
  @Mixin private CompactionOptions compaction;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(compaction.run(lake.open(where.state())));
    return 0;
  }
}
