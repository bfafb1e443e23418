package io.shelfcast.producer.send;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long to wait between tries that bring nothing forward: twice as long each time up to a cap,
 * scattered so that several producers do not call in step; in the end, no more.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 50;
  private static final long CAP_MILLIS = 5_000;

  /** Waits; in tests, only takes note. */
  interface Pause {
    void millis(long millis);
  }

  private final long giveUpAfterMillis;
  private final Pause pause;

  Backoff(Duration giveUpAfter, Pause pause) {
    this.giveUpAfterMillis = giveUpAfter.toMillis();
    this.pause = pause;
  }

  static Backoff of(Duration giveUpAfter) {
    return new Backoff(
        giveUpAfter, millis -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)));
  }

  /** Starts anew, as after each try that brought something forward. */
  Tries start() {
    return new Tries();
  }

  /** Tries in a row without success. Not thread-safe. */
  final class Tries {
    private long next = FIRST_MILLIS;
    private long waited;

    /** Waits before the next try, or says that there is none. */
    boolean again() {
      if (waited >= giveUpAfterMillis) {
        return false;
      }
      long millis = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
      pause.millis(millis);
      waited += millis;
      next = Math.min(CAP_MILLIS, next * 2);
      return true;
    }
  }
}
