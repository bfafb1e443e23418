package io.shelfcast.producer.simulate;

import io.shelfcast.producer.timeline.TimedEvent;

/** A happening whose event is made already. */
record Told(TimedEvent event) implements Happening {
  @Override
  public long at() {
    return event.at();
  }
}
