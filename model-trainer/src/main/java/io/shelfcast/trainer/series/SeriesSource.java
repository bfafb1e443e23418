package io.shelfcast.trainer.series;

import java.util.function.Consumer;

/**
 * Where the trainer's histories come from, one store-product after another, as often as asked and
 * each time the same. In parts, so that two workers can share the work and only the parts in hand
 * are in memory.
 */
public interface SeriesSource extends AutoCloseable {
  /** Names the data for the record: the lake's snapshot, or the file. */
  String name();

  /** First business day of any event, in days since the epoch. */
  int firstDay();

  /** Last business day that is over in some store. */
  int lastDay();

  /** The instant the data ends, in milliseconds since the epoch: nothing arrived later. */
  long end();

  /** Number of parts. */
  int parts();

  /** Hands over each series of a part, ordered by key; safe from several threads. */
  void part(int part, Consumer<Series> each);

  @Override
  void close();
}
