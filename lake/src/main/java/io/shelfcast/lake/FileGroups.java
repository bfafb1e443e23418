package io.shelfcast.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses which files are worth merging into one: those of one table and closed day that fit into
 * one file together.
 *
 * <p>Smallest first, so that any two files left over are too large for one file: their number is
 * bounded by the day's bytes, and a second run finds nothing to do.
 */
final class FileGroups {
  private final long fileBytes;
  private final List<List<DataFile>> groups = new ArrayList<>();
  private List<DataFile> open = new ArrayList<>();
  private long openBytes;

  private FileGroups(long fileBytes) {
    this.fileBytes = fileBytes;
  }

  /** Groups of at least two files. */
  static List<List<DataFile>> of(List<DataFile> files, int firstOpenDay, long fileBytes) {
    List<DataFile> candidates = new ArrayList<>(files);
    candidates.removeIf(file -> file.day() >= firstOpenDay || FileNames.isBackfill(file.path()));
    candidates.sort(
        Comparator.comparing(DataFile::table)
            .thenComparing(DataFile::day)
            .thenComparing(DataFile::bytes)
            .thenComparing(DataFile::path));
    FileGroups groups = new FileGroups(fileBytes);
    candidates.forEach(groups::add);
    groups.close();
    return groups.groups;
  }

  private void add(DataFile file) {
    if (!open.isEmpty()
        && !(isSameDay(open.get(0), file) && openBytes + file.bytes() <= fileBytes)) {
      close();
    }
    open.add(file);
    openBytes += file.bytes();
  }

  private static boolean isSameDay(DataFile a, DataFile b) {
    return a.table() == b.table() && a.day() == b.day();
  }

  private void close() {
    if (open.size() > 1) {
      groups.add(open);
    }
    open = new ArrayList<>();
    openBytes = 0;
  }
}
