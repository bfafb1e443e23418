package io.shelfcast.producer.timeline;

/**
 * What goes wrong on the way from the tills, as shares of the sales, voids and returns sent.
 *
 * @param late arrive up to three days late
 * @param tooOld arrive sixteen days late, beyond what is repaired
 * @param duplicates arrive once more within the hour
 * @param malformed are followed by a spoiled copy
 */
public record Disturbance(
    long seed, double late, double tooOld, double duplicates, double malformed) {
  /** Nothing goes wrong. */
  public static final Disturbance NONE = new Disturbance(0, 0, 0, 0, 0);

  public Disturbance {
    for (double share : new double[] {late, tooOld, duplicates, malformed}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("A share must be between 0 and 1, not " + share + ".");
      }
    }
  }
}
