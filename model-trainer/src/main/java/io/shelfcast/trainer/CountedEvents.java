package io.shelfcast.trainer;

import io.shelfcast.event.ArchivedEvent;
import java.util.Iterator;

/** Events that tell how many of them have passed. */
final class CountedEvents implements Iterator<ArchivedEvent> {
  private static final int TELL_EVERY = 10_000;

  private final Iterator<ArchivedEvent> events;
  private final Progress.Stage stage;
  private long passed;

  CountedEvents(Iterator<ArchivedEvent> events, Progress.Stage stage) {
    this.events = events;
    this.stage = stage;
  }

  @Override
  public boolean hasNext() {
    boolean more = events.hasNext();
    if (!more || passed % TELL_EVERY == 0) {
      stage.at(passed);
    }
    return more;
  }

  @Override
  public ArchivedEvent next() {
    passed++;
    return events.next();
  }
}
