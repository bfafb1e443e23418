package io.shelfcast.producer;

import io.shelfcast.lake.Lake;
import io.shelfcast.producer.backfill.Backfill;
import io.shelfcast.producer.backfill.History;
import io.shelfcast.producer.timeline.Progress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which lake is written. */
final class LakeOptions {
  @Option(
      names = "--lake",
      paramLabel = "ROOT",
      defaultValue = ".shelfcast/lake",
      description = "Folder or URI of the lake (default: ${DEFAULT-VALUE}).")
  private URI root;

  /**
   * Writes a history and makes it part of the lake's next snapshot.
   *
   * @param fromDay first day, for the progress bar
   * @param toDay last day
   */
  void write(History history, int fromDay, int toDay, CommandSpec spec) {
    Lake lake = Lake.open(root);
    Backfill.Written written;
    long from = TimeUnit.DAYS.toMillis(fromDay);
    try (Progress progress = Progress.bar("backfill", from, TimeUnit.DAYS.toMillis(toDay))) {
      written = new Backfill(lake::writeBackfill, progress).write(history);
    }
    lake.refresh();
    spec.commandLine()
        .getOut()
        .printf(
            "%,d days written: %,d days of store-products, %,d facts.%n",
            written.days(), written.dayRows(), written.facts());
    spec.commandLine().getOut().flush();
  }
}
