package io.shelfcast.trainer;

import io.shelfcast.lake.Lake;
import io.shelfcast.trainer.boost.TrainingFailed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a training is asked for on the command line. */
public final class TrainOptions {
  @Option(names = "--lake", paramLabel = "URI", description = "Root of the lake.")
  private String lake;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Train as if this day had been the last.")
  private LocalDate asOf;

  @Option(
      names = "--snapshot",
      paramLabel = "NAME",
      description = "Read this snapshot of the lake (default: a fresh one).")
  private String snapshot;

  @Option(
      names = "--zone",
      description = "Zone of stores that have not said theirs (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--most-rows",
      paramLabel = "N",
      description = "Learn from so many rows at most (default: ${DEFAULT-VALUE}).")
  private int mostRows = TrainingSettings.MOST_ROWS;

  @Option(names = "--seed", description = "Seed of what is drawn (default: ${DEFAULT-VALUE}).")
  private int seed = 1;

  @Option(names = "--force", description = "Publish whatever the scores say.")
  private boolean force;

  /** Root of the lake as it was given; null if it was not. */
  public String lake() {
    return lake;
  }

  /**
   * Opens the lake.
   *
   * @throws TrainingFailed if none was given
   */
  public Lake openLake() {
    if (lake == null) {
      throw new TrainingFailed("name the lake with --lake", null);
    }
    return Locations.lake(lake);
  }

  public TrainRequest request() {
    return new TrainRequest(
        Optional.ofNullable(lake),
        Optional.ofNullable(snapshot),
        Optional.ofNullable(asOf),
        zone,
        mostRows,
        seed,
        force);
  }
}
