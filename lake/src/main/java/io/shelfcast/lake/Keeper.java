package io.shelfcast.lake;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetFileReader;

/**
 * Brings the manifest up to date with what lies in the lake's folders; the only one that lists
 * them.
 *
 * <p>It reads the newest manifest, then lists, then writes the manifest that follows, which fails
 * if another keeper was faster. So what it listed can never be older than what it continues, and a
 * file that a compaction has replaced or deleted meanwhile cannot come back.
 */
final class Keeper {
  private static final int ATTEMPTS = 20;

  private final LakeFiles files;
  private final Manifests manifests;
  private final QueryLinks links;
  private final Clock clock;

  Keeper(LakeFiles files, Clock clock) {
    this.files = files;
    this.manifests = new Manifests(files);
    this.links = new QueryLinks(files, manifests);
    this.clock = clock;
  }

  /** The newest manifest, after writing one if files have come, changed or gone. */
  Manifest refresh() {
    for (int i = 0; i < ATTEMPTS; i++) {
      Manifest base = manifests.newest();
      Manifest next = base.withFiles(scan(base), clock.instant());
      boolean isNew = !next.files().equals(base.files());
      if (!isNew || manifests.commit(next)) {
        Manifest current = isNew ? next : base;
        links.follow(current);
        return current;
      }
    }
    throw new LakeException(
        "Others write manifests faster than this one can; " + ATTEMPTS + " attempts failed.");
  }

  private List<DataFile> scan(Manifest base) {
    Map<String, DataFile> known = new HashMap<>();
    base.files().forEach(file -> known.put(file.path(), file));
    List<DataFile> found = new ArrayList<>();
    for (LakeTable table : LakeTable.values()) {
      List<LakeFile> current =
          files.list(table.folder()).stream()
              .filter(file -> isCurrent(file, base, known))
              .collect(Collectors.toList());
      // Footers are read by several threads, as storage may be far.
      found.addAll(
          current.parallelStream()
              .map(file -> describe(table, file, known.get(file.path())))
              .collect(Collectors.toList()));
    }
    return found;
  }

  /** A compacted file counts only once a manifest lists it; before, its sources still count. */
  private static boolean isCurrent(LakeFile file, Manifest base, Map<String, DataFile> known) {
    if (FileNames.isCompacted(file.path()) && !known.containsKey(file.path())) {
      if (base.id() == 0) {
        throw new LakeException(
            file.path() + " is a compacted file, but the lake has no manifest that lists it.");
      }
      return false;
    }
    return !base.replaced().containsKey(file.path());
  }

  private DataFile describe(LakeTable table, LakeFile file, DataFile known) {
    return known != null && known.isUnchanged(file) ? known : describe(files, table, file);
  }

  /** Reads the footer of a file. */
  static DataFile describe(LakeFiles files, LakeTable table, LakeFile file) {
    int day = FileNames.day(table, file.path());
    ChannelInput input = new ChannelInput(files, file.path(), file.bytes());
    try (ParquetFileReader reader = RowReader.open(input, file.path(), RowFilter.all())) {
      return new DataFile(table, day, file, reader.getRecordCount());
    } catch (IOException e) {
      throw new LakeException(file.path() + " cannot be read: " + e.getMessage(), e);
    }
  }
}
