package io.shelfcast.lake;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Keeps the lake's files few and large: rewrites the small files of closed days into files of at
 * most 128 MB, and deletes what has been replaced long enough ago.
 *
 * <p>Goal: the same rows before and after, for readers of any snapshot, wherever a run is stopped.
 * Steps: write the new files, which count for nothing yet; write the manifest that lists them and
 * marks their sources as replaced, the one moment at which anything changes; in a later run, after
 * the grace, delete the sources. A file that no manifest came to list is deleted a day later.
 *
 * <p>Caveat: back-filled files are left alone, so that a back-fill run again still replaces them;
 * there is one a day and source. Two runs at once do no harm, but the slower one fails.
 */
public final class Compaction {
  /** Largest file made; one at least this large is never rewritten. */
  public static final long FILE_BYTES = 128L << 20;

  /** Commits at least this often, so that little is lost when a run is stopped. */
  private static final int GROUPS_A_COMMIT = 64;

  private final LakeFiles files;
  private final Clock clock;
  private final Duration grace;
  private final Manifests manifests;

  /**
   * @param grace how long readers may go on with a snapshot once it is superseded
   */
  public Compaction(LakeFiles files, Clock clock, Duration grace) {
    this.files = files;
    this.clock = clock;
    this.grace = grace;
    this.manifests = new Manifests(files);
  }

  /** What a run did. */
  public static final class Report {
    private int filesRead;
    private int filesWritten;
    private int filesDeleted;

    /** Small files that are now replaced. */
    public int filesRead() {
      return filesRead;
    }

    public int filesWritten() {
      return filesWritten;
    }

    /** Files replaced by earlier runs, now deleted. */
    public int filesDeleted() {
      return filesDeleted;
    }

    @Override
    public String toString() {
      return filesRead + " files became " + filesWritten + ", " + filesDeleted + " were deleted";
    }
  }

  /**
   * Compacts every closed day that needs it.
   *
   * @param firstOpenDay days before this one are closed, in days since the epoch
   * @throws LakeException if another run has replaced the same files meanwhile; also if a file
   *     cannot be read or written
   */
  public Report run(int firstOpenDay) {
    Report report = new Report();
    report.filesDeleted = new Cleanup(files, clock).run(grace);
    Manifest base = new Keeper(files, clock).refresh();
    Replacement pending = new Replacement();
    for (List<DataFile> group : FileGroups.of(base.files(), firstOpenDay, FILE_BYTES)) {
      pending.add(group, new Rewrite(files).merge(group));
      if (pending.groups() == GROUPS_A_COMMIT) {
        commit(pending, report);
        pending = new Replacement();
      }
    }
    commit(pending, report);
    return report;
  }

  /** Marks the sources as replaced in whatever manifest is newest, if it still lists them all. */
  private void commit(Replacement done, Report report) {
    while (done.groups() > 0) {
      Manifest base = manifests.newest();
      if (!new HashSet<>(base.files()).containsAll(done.sources())) {
        done.results().forEach(file -> files.delete(file.path()));
        throw new LakeException(
            "Another compaction or back-fill has replaced "
                + done.sources().get(0).path()
                + " or others meanwhile; this one has changed nothing and can be run again.");
      }
      Manifest next = base.replacing(done.sources(), done.results(), clock.instant());
      if (manifests.commit(next)) {
        new QueryLinks(files, manifests).follow(next);
        report.filesRead += done.sources().size();
        report.filesWritten += done.results().size();
        return;
      }
    }
  }

  /** Groups rewritten and not yet committed. */
  private static final class Replacement {
    private final List<DataFile> sources = new ArrayList<>();
    private final List<DataFile> results = new ArrayList<>();

    void add(List<DataFile> group, DataFile result) {
      sources.addAll(group);
      results.add(result);
    }

    int groups() {
      return results.size();
    }

    List<DataFile> sources() {
      return sources;
    }

    List<DataFile> results() {
      return results;
    }
  }
}
