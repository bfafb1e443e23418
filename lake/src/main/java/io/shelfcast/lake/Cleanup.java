package io.shelfcast.lake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes what no reader needs any more: replaced files, old manifests, what stopped runs left. */
final class Cleanup {
  /** Longer than any run lasts between writing a file and listing it. */
  private static final Duration ORPHAN_AGE = Duration.ofDays(1);

  private final LakeFiles files;
  private final Clock clock;
  private final Manifests manifests;

  Cleanup(LakeFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
    this.manifests = new Manifests(files);
  }

  /** Returns the number of replaced files deleted. */
  int run(Duration grace) {
    Instant deadline = clock.instant().minus(grace);
    int deleted = deleteReplaced(deadline);
    deleteOrphans();
    manifests.deleteSupersededBefore(deadline);
    return deleted;
  }

  /**
   * Deletes before it forgets: a file that exists and that no manifest remembers as replaced would
   * be taken for a new one.
   */
  private int deleteReplaced(Instant deadline) {
    Manifest base = manifests.newest();
    Set<String> expired = base.replacedUntil(deadline);
    expired.forEach(files::delete);
    while (!expired.isEmpty() && !manifests.commit(base.forgetting(expired, clock.instant()))) {
      base = manifests.newest();
    }
    return expired.size();
  }

  /** Compacted files that no manifest came to list, and temporary files. */
  private void deleteOrphans() {
    long before = clock.instant().minus(ORPHAN_AGE).toEpochMilli();
    Manifest newest = manifests.newest();
    Set<String> known = new HashSet<>(newest.replaced().keySet());
    newest.files().forEach(file -> known.add(file.path()));
    for (LakeTable table : LakeTable.values()) {
      List<LakeFile> orphans = new ArrayList<>(files.list(table.folder()));
      orphans.removeIf(file -> !FileNames.isCompacted(file.path()));
      orphans.removeIf(file -> known.contains(file.path()) || file.modifiedAt() >= before);
      orphans.forEach(file -> files.delete(file.path()));
      files.deleteLeftovers(table.folder(), before);
    }
  }
}
