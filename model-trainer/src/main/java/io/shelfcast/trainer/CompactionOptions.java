package io.shelfcast.trainer;

import io.shelfcast.lake.Compaction;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** Options of a compaction, wherever one can be asked for. */
public final class CompactionOptions {
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

  /**
   * Compacts a lake.
   *
   * @return what was done, as one sentence
   */
  public String run(Lake lake) {
    Snapshot snapshot = lake.refresh();
    long firstOpen =
        openFrom != null ? openFrom.toEpochDay() : snapshot.lastDay(LakeTable.EVENTS).orElse(0);
    return new Compaction(lake.files(), Clock.systemUTC(), grace).run((int) firstOpen) + ".";
  }
}
