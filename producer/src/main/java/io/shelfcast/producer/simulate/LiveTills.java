package io.shelfcast.producer.simulate;

import io.shelfcast.producer.timeline.TimedEvent;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * All that the tills of a world tell from its first live day on, in order of time. Lives the days
 * before in silence first. Holds what happens on one day, in a compact form.
 */
final class LiveTills implements Iterator<TimedEvent> {
  private record Entry(long at, long order, Happening happening) {}

  private final World world;
  private final WorldFacts facts;
  private final int lastDay;
  private final PriorityQueue<Entry> ahead =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
  private int nextDay;
  private long order;

  LiveTills(World world) {
    this.world = world;
    SimulationOptions options = world.options();
    this.facts = new WorldFacts(world, options.firstLiveDay());
    this.lastDay = options.lastDay();
    this.nextDay = options.firstLiveDay();
    for (int day = options.firstDay(); day < options.firstLiveDay(); day++) {
      for (Shelf shelf : world.shelves()) {
        shelf.live(day, ShelfListener.NONE);
      }
    }
  }

  @Override
  public boolean hasNext() {
    while (nextDay <= lastDay && (ahead.isEmpty() || ahead.peek().at() >= earliestStart(nextDay))) {
      live(nextDay++);
    }
    return !ahead.isEmpty();
  }

  /** No event of the day comes before this instant, in whatever zone. */
  private long earliestStart(int day) {
    return world.branches().stream().mapToLong(b -> b.clock().startOf(day)).min().orElseThrow();
  }

  private void live(int day) {
    for (Branch branch : world.branches()) {
      facts.ofStore(branch, day).forEach(this::add);
    }
    for (Shelf shelf : world.shelves()) {
      facts.ofShelf(shelf, day).forEach(this::add);
      shelf.live(day, new Scribe(shelf, day, this::add));
    }
  }

  private void add(TimedEvent event) {
    add(new Told(event));
  }

  private void add(Happening happening) {
    ahead.add(new Entry(happening.at(), order++, happening));
  }

  @Override
  public TimedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove().happening().event();
  }
}
