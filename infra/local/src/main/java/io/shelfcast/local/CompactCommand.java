package io.shelfcast.local;

import io.shelfcast.lake.Compaction;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps the lake's files few and large. */
@Command(
    name = "compact",
    description = "Rewrites the lake's small files of closed days into large ones; run it daily.")
final class CompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption where;
  @Mixin private LakeOption lake;

  @Option(
      names = "--open-from",
      paramLabel = "DATE",
      description = "Days before this one are compacted (default: the last day with events).")
  private LocalDate openFrom;

  @Option(
      names = "--grace",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description =
          "How long readers may go on with what a compaction replaced (default:"
              + " ${DEFAULT-VALUE}).")
  private Duration grace;

  @Override
  public Integer call() {
    Lake open = lake.open(where.state());
    Snapshot snapshot = open.refresh();
    long firstOpen =
        openFrom != null ? openFrom.toEpochDay() : snapshot.lastDay(LakeTable.EVENTS).orElse(0);
    Compaction compaction = new Compaction(open.files(), Clock.systemUTC(), grace);
    spec.commandLine().getOut().println(compaction.run((int) firstOpen) + ".");
    return 0;
  }
}
