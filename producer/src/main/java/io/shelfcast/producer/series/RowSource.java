package io.shelfcast.producer.series;

/** Files of one data set, read as daily rows in whatever order they stand. */
public interface RowSource {
  /** Short name for messages. */
  String name();

  /** Where the stores stand, as far as the data set's authors tell. */
  Place place();

  /**
   * Reads all files from the start.
   *
   * @param tally takes the fate of each line
   */
  Rows<DailyRow> read(RowFilter filter, LineTally tally);
}
