package io.shelfcast.producer.simulate;

import io.shelfcast.producer.timeline.TimedEvent;

/** Something that will be told; the event itself is made only then, since events are large. */
interface Happening {
  /** The instant of telling, in milliseconds since the epoch. */
  long at();

  TimedEvent event();
}
