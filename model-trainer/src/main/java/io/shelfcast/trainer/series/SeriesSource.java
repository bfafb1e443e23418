package io.shelfcast.trainer.series;

import io.shelfcast.trainer.Progress;
import java.util.function.Consumer;

/**
 * Where the trainer's histories come from, one store-product after another, as often as asked and
 * each time the same. In parts, so that two workers can share the work and only the parts in hand
 * are in memory.
 */
public abstract class SeriesSource implements Histories {
  private final String name;
  private final StoreTimelines stores;

  SeriesSource(String name, StoreTimelines stores) {
    this.name = name;
    this.stores = stores;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int firstDay() {
    return stores.firstDay();
  }

  @Override
  public final int lastDay() {
    return stores.lastDay();
  }

  @Override
  public final long end() {
    return stores.end();
  }

  final StoreTimelines stores() {
    return stores;
  }

  @Override
  public final SeriesWork work(int threads, Progress progress) {
    return new ThreadedWork(this, threads, progress);
  }

  /** Number of parts. */
  public abstract int parts();

  /** Hands over each series of a part, ordered by key; safe from several threads. */
  public abstract void part(int part, Consumer<Series> each);
}
