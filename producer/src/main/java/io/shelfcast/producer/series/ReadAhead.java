package io.shelfcast.producer.series;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Values made some at a time, before they are asked for. Holds those that are made and not yet
 * taken.
 */
public abstract class ReadAhead<T> implements Iterator<T> {
  private final Deque<T> ready = new ArrayDeque<>();

  /**
   * Takes one step, which may add any number of values, or none.
   *
   * @return whether there was a step left to take
   */
  protected abstract boolean step();

  /** Adds a value after those that are ready. */
  protected final void add(T value) {
    ready.add(value);
  }

  @Override
  public final boolean hasNext() {
    while (ready.isEmpty()) {
      if (!step()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
