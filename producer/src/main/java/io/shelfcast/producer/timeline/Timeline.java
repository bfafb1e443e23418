package io.shelfcast.producer.timeline;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Several sources of events as one, in the order of sending. Reads each source one event ahead, so
 * memory does not grow with its length. Of events at the same instant, those of an earlier source
 * come first.
 */
public final class Timeline implements Iterator<TimedEvent> {
  private record Head(TimedEvent event, int source) {}

  private final List<? extends Iterator<TimedEvent>> sources;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.<Head>comparingLong(head -> head.event().at()).thenComparingInt(Head::source));
  private long lastAt = Long.MIN_VALUE;

  private Timeline(List<? extends Iterator<TimedEvent>> sources) {
    this.sources = sources;
    for (int i = 0; i < sources.size(); i++) {
      advance(i);
    }
  }

  /** Merges sources that are each in the order of sending. */
  public static Timeline merge(List<? extends Iterator<TimedEvent>> sources) {
    return new Timeline(sources);
  }

  private void advance(int source) {
    if (sources.get(source).hasNext()) {
      heads.add(new Head(sources.get(source).next(), source));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  /**
   * @throws IllegalStateException if a source goes back in time
   */
  @Override
  public TimedEvent next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    if (head.event().at() < lastAt) {
      throw new IllegalStateException("goes back in time: " + head.event());
    }
    lastAt = head.event().at();
    advance(head.source());
    return head.event();
  }
}
