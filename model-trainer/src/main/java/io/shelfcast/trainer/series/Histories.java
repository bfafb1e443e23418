package io.shelfcast.trainer.series;

import io.shelfcast.trainer.Progress;

/** All that a training learns from: what it covers, and work on each store-product of it. */
public interface Histories extends AutoCloseable {
  /** Names the data for the record: the lake's snapshot, or the file. */
  String name();

  /** First business day of any event, in days since the epoch. */
  int firstDay();

  /** Last business day that is over in some store. */
  int lastDay();

  /** The instant the data ends, in milliseconds since the epoch: nothing arrived later. */
  long end();

  /**
   * Work on all of it, as often as wanted and each time on the same.
   *
   * @param threads of this process, where it is this process that works
   */
  SeriesWork work(int threads, Progress progress);

  @Override
  void close();
}
