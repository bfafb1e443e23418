package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
  private static List<PairedErrors.Sums> noisy(double shift) {
    SplittableRandom random = new SplittableRandom(5);
    List<PairedErrors.Sums> blocks = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double error = 3 + random.nextDouble();
      double change = random.nextInt(2) * 2 - 1;
      blocks.add(new PairedErrors.Sums(10, error, error + change + shift, 0));
    }
    return blocks;
  }

  @Test
  void aDifferenceThatIsTheSameEverywhereHasAnIntervalOfOnePoint() {
    List<PairedErrors.Sums> blocks = new ArrayList<>();
    for (int i = 1; i < 50; i++) {
      blocks.add(new PairedErrors.Sums(10, i, i + 0.5, 0));
    }
    double[] interval = new PairedBootstrap(1).difference(blocks);
    assertEquals(0.05, interval[0], 1e-12);
    assertEquals(0.05, interval[1], 1e-12);
  }

  /** Of changes by ±1 over 400 series the mean has a standard error of 1/20, and demand is 10. */
  @Test
  void theIntervalIsAsWideAsTheStandardErrorSays() {
    double[] interval = new PairedBootstrap(1).difference(noisy(0));
    assertEquals(2 * 1.96 * 0.005, interval[1] - interval[0], 0.0025);
    assertTrue(interval[0] < 0 && interval[1] > 0, interval[0] + " to " + interval[1]);
  }

  @Test
  void aRealGainLiesWhollyBelowZeroAndTheSameSeedGivesTheSameInterval() {
    double[] interval = new PairedBootstrap(7).difference(noisy(-0.3));
    assertTrue(interval[1] < 0, interval[0] + " to " + interval[1]);
    assertArrayEquals(interval, new PairedBootstrap(7).difference(noisy(-0.3)));
  }
}
