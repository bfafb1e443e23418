package io.shelfcast.trainer.series;

import java.util.function.Consumer;

/**
 * Where the trainer's histories come from, one store-product after another, as often as asked and
 * each time the same. In parts, so that two workers can share the work and only the parts in hand
 * are in memory.
 */
public abstract class SeriesSource implements AutoCloseable {
  private final String name;
  private final StoreTimelines stores;

  SeriesSource(String name, StoreTimelines stores) {
    this.name = name;
    this.stores = stores;
  }

  /** Names the data for the record: the lake's snapshot, or the file. */
  public final String name() {
    return name;
  }

  /** First business day of any event, in days since the epoch. */
  public final int firstDay() {
    return stores.firstDay();
  }

  /** Last business day that is over in some store. */
  public final int lastDay() {
    return stores.lastDay();
  }

  /** The instant the data ends, in milliseconds since the epoch: nothing arrived later. */
  public final long end() {
    return stores.end();
  }

  final StoreTimelines stores() {
    return stores;
  }

  /** Number of parts. */
  public abstract int parts();

  /** Hands over each series of a part, ordered by key; safe from several threads. */
  public abstract void part(int part, Consumer<Series> each);

  @Override
  public abstract void close();
}
