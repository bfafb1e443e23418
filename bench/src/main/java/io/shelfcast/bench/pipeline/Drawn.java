package io.shelfcast.bench.pipeline;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws numbers by their weights. */
public final class Drawn {
  private final double[] upTo;
  private final SplittableRandom random;

  /**
   * @param weights by number, positive
   */
  public Drawn(double[] weights, long seed) {
    upTo = weights.clone();
    Arrays.parallelPrefix(upTo, Double::sum);
    random = new SplittableRandom(seed);
  }

  public int next() {
    double at = random.nextDouble() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, at);
    return Math.min(upTo.length - 1, found >= 0 ? found + 1 : -found - 1);
  }

  /** All alike. */
  public static double[] even(int count) {
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    return weights;
  }

  /**
   * By Zipf's law: the n-th has a weight of 1/n^s.
   *
   * @param exponent s
   */
  public static double[] zipf(int count, double exponent) {
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = Math.pow(i + 1, -exponent);
    }
    return weights;
  }
}
