package io.shelfcast.bench.freshness;

import java.io.Serializable;

/**
 * Tells when, by the wall clock, something of stream time was sent.
 *
 * @param from stream time of the first event
 * @param speedUp seconds of stream time in one second of the wall's
 */
record SendingClock(long from, double speedUp) implements Serializable {
  /** Of this JVM, in which the tills are too. */
  private static volatile long begun;

  /** The first event is sent now. */
  static void begin() {
    begun = System.currentTimeMillis();
  }

  /** Milliseconds since the epoch. */
  long sentAt(long streamTime) {
    return begun + Math.round((streamTime - from) / speedUp);
  }
}
