package io.shelfcast.producer.timeline;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A timeline on which things go wrong, the same things for the same seed. Nothing is lost: what is
 * late arrives at the latest at the end. Memory holds what is late.
 */
public final class Disturbed implements Iterator<TimedEvent> {
  private static final Set<EventType> FROM_TILLS =
      Set.of(EventType.SALE, EventType.VOID, EventType.RETURN);
  private static final double USUAL_DELAY = Duration.ofHours(6).toMillis();
  private static final long LONGEST_DELAY = Duration.ofDays(3).toMillis();
  private static final long TOO_OLD_DELAY = Duration.ofDays(16).toMillis();
  private static final long DUPLICATE_WITHIN = Duration.ofHours(1).toMillis();

  private record Held(TimedEvent event, long order) {}

  private final Iterator<TimedEvent> source;
  private final Disturbance disturbance;
  private final long end;
  private final SplittableRandom random;
  private final PriorityQueue<Held> held =
      new PriorityQueue<>(
          Comparator.<Held>comparingLong(h -> h.event().at()).thenComparingLong(Held::order));
  private long holds;
  private TimedEvent ahead;

  /**
   * @param end instant by which everything has arrived, not before the source's last one
   */
  public Disturbed(Iterator<TimedEvent> source, Disturbance disturbance, long end) {
    this.source = source;
    this.disturbance = disturbance;
    this.end = end;
    this.random = new SplittableRandom(disturbance.seed() ^ 0x5DEECE66DL);
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && source.hasNext()) {
      ahead = disturb(source.next());
    }
    return ahead != null || !held.isEmpty();
  }

  @Override
  public TimedEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ahead == null || !held.isEmpty() && held.peek().event().at() < ahead.at()) {
      return held.remove().event();
    }
    TimedEvent next = ahead;
    ahead = null;
    return next;
  }

  /** The event, or null where it is held back. */
  private TimedEvent disturb(TimedEvent event) {
    if (!FROM_TILLS.contains(event.event().type())) {
      return event;
    }
    double late = disturbance.late();
    double tooOld = late + disturbance.tooOld();
    double duplicate = tooOld + disturbance.duplicates();
    double malformed = duplicate + disturbance.malformed();
    double dice = random.nextDouble();
    if (dice < late) {
      long delay = (long) Math.min(LONGEST_DELAY, random.nextExponential() * USUAL_DELAY);
      hold(delayed(event, event.at() + delay));
      return null;
    }
    if (dice < tooOld) {
      hold(delayed(event, event.at() + TOO_OLD_DELAY));
      return null;
    }
    if (dice < duplicate) {
      hold(event.again(notAfterEnd(event.at() + random.nextLong(DUPLICATE_WITHIN))));
    } else if (dice < malformed) {
      hold(new TimedEvent(event.event(), event.at(), Trait.MALFORMED));
    }
    return event;
  }

  private void hold(TimedEvent event) {
    held.add(new Held(event, holds++));
  }

  private TimedEvent delayed(TimedEvent event, long later) {
    Event.Builder copy = Event.of(event.event().type());
    for (Field field : Field.values()) {
      if (event.event().has(field) && field.kind().isText()) {
        copy.with(field, event.event().text(field));
      } else if (event.event().has(field)) {
        copy.with(field, event.event().number(field));
      }
    }
    return TimedEvent.of(copy, notAfterEnd(later), Trait.LATE);
  }

  private long notAfterEnd(long at) {
    return Math.min(at, end);
  }
}
