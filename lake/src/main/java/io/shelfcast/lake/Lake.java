package io.shelfcast.lake;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.lake.s3.S3Files;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * The archive of all that happened and was decided, as Parquet files by day.
 *
 * <p>Readers take a {@link Snapshot}: an immutable list of complete files. Writers add files under
 * names that never repeat; {@link #refresh()} makes them part of the next snapshot. Safe for use by
 * several threads and processes at once. Every method throws {@link LakeException} naming the file
 * if the storage fails or a file is damaged.
 *
 * @see LakeTable what lies where
 * @see Compaction keeps files few and large
 */
public final class Lake {
  /** What Flink, Hadoop and AWS call the same. */
  private static final Set<String> S3 = Set.of("s3", "s3a");

  private final LakeFiles files;
  private final Clock clock;

  private Lake(LakeFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /** A lake in a local folder, which need not exist yet. */
  public static Lake open(Path root) {
    return open(new PathFiles(root), Clock.systemUTC());
  }

  /**
   * A lake in S3, as {@code s3://bucket/lake}, under another URI that Java has a file system for,
   * or under a plain local path.
   */
  public static Lake open(URI root) {
    if (S3.contains(String.valueOf(root.getScheme()))) {
      return open(S3Files.of(root), Clock.systemUTC());
    }
    try {
      return open(root.getScheme() == null ? Path.of(root.getPath()) : Path.of(root));
    } catch (FileSystemNotFoundException | IllegalArgumentException e) {
      throw new LakeException("Cannot open a lake at " + root + ": " + e.getMessage() + ".", e);
    }
  }

  /** A lake in any storage. */
  public static Lake open(LakeFiles files, Clock clock) {
    return new Lake(files, clock);
  }

  /** The storage under the lake's root. */
  public LakeFiles files() {
    return files;
  }

  /** Looks for files that have come, changed or gone, and returns the snapshot of what is there. */
  public Snapshot refresh() {
    return new Snapshot(files, new Keeper(files, clock).refresh());
  }

  /** The newest snapshot; empty if there is none yet. */
  public Snapshot latest() {
    return new Snapshot(files, new Manifests(files).newest());
  }

  /**
   * The snapshot of this {@link Snapshot#name() name}.
   *
   * @throws LakeException if there is none; those long superseded are deleted by compaction
   */
  public Snapshot snapshot(String name) {
    return new Snapshot(files, new Manifests(files).read(name));
  }

  /**
   * Writes one day of back-filled events, replacing what the same source wrote for that day before.
   * They become part of the next {@link #refresh()}. Days may be written by several threads.
   *
   * @param source names the data, as in {@code store-item}
   * @param businessDay of all the events, in days since the epoch
   * @param events each with the origin BACKFILL
   */
  public void writeBackfill(String source, int businessDay, Collection<ArchivedEvent> events) {
    events.forEach(event -> requireBackfill(event, businessDay));
    files.write(
        FileNames.backfill(LakeTable.EVENTS, businessDay, source),
        out -> {
          try (ParquetWriter<ArchivedEvent> writer =
              EventRows.narrowWriter(new StreamOutput(out), events)) {
            for (ArchivedEvent event : events) {
              writer.write(event);
            }
          }
        });
  }

  private static void requireBackfill(ArchivedEvent event, int businessDay) {
    if (event.origin() != ArchivedEvent.Origin.BACKFILL || event.businessDay() != businessDay) {
      throw new IllegalArgumentException("not back-fill of day " + businessDay + ": " + event);
    }
  }
}
