package io.shelfcast.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something outside this process that tells nobody when it happens. */
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /**
   * Asks until the answer is yes.
   *
   * @return false if it was still no when the time ran out or the thread was interrupted
   */
  static boolean until(Duration patience, BooleanSupplier question) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!question.getAsBoolean()) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }
}
