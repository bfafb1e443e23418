package io.shelfcast.producer.timeline;

import java.util.function.LongSupplier;

/**
 * Says when, by the wall clock, an instant of the replay's clock is due. The replay's clock starts
 * with the first instant asked for and runs {@link #speedUp()} times as fast as the wall. Not
 * thread-safe.
 */
public final class Pacer {
  /** No pacing: everything is due at once. */
  public static final double MAX_SPEED = Double.POSITIVE_INFINITY;

  private final double speedUp;
  private final LongSupplier nanos;
  private boolean started;
  private long wallStart;
  private long replayStart;

  /**
   * @param speedUp seconds of the replay's clock in one second of the wall's, above zero
   */
  public Pacer(double speedUp) {
    this(speedUp, System::nanoTime);
  }

  Pacer(double speedUp, LongSupplier nanos) {
    if (!(speedUp > 0)) {
      throw new IllegalArgumentException("A speed-up must be above zero, not " + speedUp + ".");
    }
    this.speedUp = speedUp;
    this.nanos = nanos;
  }

  public double speedUp() {
    return speedUp;
  }

  /** Milliseconds of wall time until the instant is due; zero or less if it is. */
  public long millisUntil(long at) {
    if (speedUp == MAX_SPEED) {
      return 0;
    }
    if (!started) {
      started = true;
      replayStart = at;
      wallStart = nanos.getAsLong();
    }
    double dueMillis = (at - replayStart) / speedUp;
    return (long) Math.ceil(dueMillis - (nanos.getAsLong() - wallStart) / 1e6);
  }

  /** Lets the replay's clock stand still for time that has passed on the wall. */
  void stoodStill(long nanosPassed) {
    wallStart += nanosPassed;
  }

  long now() {
    return nanos.getAsLong();
  }
}
