package io.shelfcast.producer.timeline;

import java.time.Duration;

/** How the sales of a day spread over its hours, as a grocery's do: two peaks, little at night. */
public final class HourlyProfile {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /**
   * Share of the day's sales in each hour, in 1/1,000: FreshRetailNet's, its night hours closed.
   */
  private static final int[] PER_MILLE = {
    0, 0, 0, 0, 0, 0, 30, 58, 92, 109, 103, 74, 56, 54, 62, 81, 84, 60, 39, 37, 35, 26, 0, 0
  };

  private static final double[] UNTIL = cumulated();

  private HourlyProfile() {}

  private static double[] cumulated() {
    double total = 0;
    for (int share : PER_MILLE) {
      total += share;
    }
    double[] until = new double[PER_MILLE.length];
    double sum = 0;
    for (int hour = 0; hour < until.length; hour++) {
      sum += PER_MILLE[hour];
      until[hour] = sum / total;
    }
    return until;
  }

  /**
   * The moment by which a share of the day's sales has been made.
   *
   * @param share from 0 to below 1
   * @return milliseconds since the day's start
   */
  public static long momentOf(double share) {
    int hour = 0;
    while (UNTIL[hour] <= share) {
      hour++;
    }
    double before = hour == 0 ? 0 : UNTIL[hour - 1];
    double within = (share - before) / (UNTIL[hour] - before);
    return hour * HOUR + (long) (within * HOUR);
  }
}
