package io.shelfcast.lake;

import java.time.LocalDate;
import java.util.List;

/** A table of the lake: its folder under the root and its columns; the day is the partition. */
public enum LakeTable {
  /** Every event applied or too old, by business day. */
  EVENTS("events", Columns.events()),
  /** Every published change of a target, by the business day that was open. */
  DECISIONS("decisions", Columns.decisions()),
  /** Every refused record, by day of arrival in UTC. */
  REFUSED("refused", Columns.refused());

  private final String folder;
  private final List<Column> columns;

  LakeTable(String folder, List<Column> columns) {
    this.folder = folder;
    this.columns = List.copyOf(columns);
  }

  /** Folder under the lake's root, and name of the table. */
  public String folder() {
    return folder;
  }

  /** In order, without the partition column {@code day}. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * Folder of one day, as in {@code events/day=2024-05-01}.
   *
   * @param epochDay days since the epoch
   */
  public String folder(int epochDay) {
    return folder + "/" + partition(epochDay);
  }

  /** Name of a day's folder, as in {@code day=2024-05-01}. */
  public static String partition(int epochDay) {
    return "day=" + LocalDate.ofEpochDay(epochDay);
  }
}
