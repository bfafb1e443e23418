package io.shelfcast.lake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the lake's data files, which tell where a file came from. */
final class FileNames {
  static final String SUFFIX = ".parquet";
  private static final String BACKFILL = "backfill-";
  private static final String COMPACTED = "compacted-";
  private static final Pattern PATH =
      Pattern.compile("[^/]+/day=(\\d{4}-\\d{2}-\\d{2})/[^/]+\\.parquet");
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  private FileNames() {}

  /**
   * The day of a file's partition.
   *
   * @throws LakeException if the path is not as a table's files are laid out
   */
  static int day(LakeTable table, String path) {
    Matcher matcher = PATH.matcher(path);
    if (matcher.matches()) {
      try {
        return Math.toIntExact(LocalDate.parse(matcher.group(1)).toEpochDay());
      } catch (DateTimeException e) {
        throw new LakeException(path + ": there is no such day.", e);
      }
    }
    throw new LakeException(
        path + " does not belong here; files are " + table.folder() + "/day=YYYY-MM-DD/*.parquet.");
  }

  /** The same for the same source and day, so that a back-fill run again replaces its files. */
  static String backfill(LakeTable table, int day, String source) {
    if (!SOURCE.matcher(source).matches()) {
      throw new LakeException(
          "'" + source + "' cannot name a back-fill; use lower-case letters, digits, - and _.");
    }
    return table.folder(day) + "/" + BACKFILL + source + SUFFIX;
  }

  static boolean isBackfill(String path) {
    return path.contains("/" + BACKFILL);
  }

  /** Never the same twice, so that of two compactions neither writes over the other's file. */
  static String newCompacted(LakeTable table, int day) {
    return table.folder(day) + "/" + COMPACTED + UUID.randomUUID() + SUFFIX;
  }

  static boolean isCompacted(String path) {
    return path.contains("/" + COMPACTED);
  }
}
