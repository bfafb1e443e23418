package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final double UNKNOWN = Double.NaN;
  private static final double[] TWO_WEEKS = {1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17};

  @Test
  void seasonalNaiveRepeatsTheLastWeekAndReachesBackOverUnknownDays() {
    assertArrayEquals(
        new double[] {11, 12, 13, 14, 15, 16, 17, 11}, Baselines.seasonalNaive(TWO_WEEKS, 8));
    double[] gap = TWO_WEEKS.clone();
    gap[8] = UNKNOWN;
    assertArrayEquals(new double[] {11, 2, 13}, Baselines.seasonalNaive(gap, 3));
    assertArrayEquals(new double[] {0}, Baselines.seasonalNaive(new double[] {5}, 1));
  }

  @Test
  void lastYearIsTheSameWeekdayFiftyTwoWeeksBefore() {
    double[] history = new double[400];
    Arrays.setAll(history, day -> day);
    assertArrayEquals(new double[] {36, 37}, Baselines.lastYear(history, 2));
    assertArrayEquals(new double[] {11, 12}, Baselines.lastYear(TWO_WEEKS, 2));
  }

  @Test
  void averagesPassOverUnknownDays() {
    assertArrayEquals(new double[] {14, 14}, Baselines.movingAverage(TWO_WEEKS, 7, 2));
    double[] gap = TWO_WEEKS.clone();
    gap[13] = UNKNOWN;
    assertArrayEquals(new double[] {13.5}, Baselines.movingAverage(gap, 7, 1));
    assertArrayEquals(new double[] {6, 7}, Baselines.weekdayAverage(TWO_WEEKS, 56, 2));
    assertArrayEquals(
        new double[] {0}, Baselines.movingAverage(new double[] {UNKNOWN, UNKNOWN}, 28, 1));
  }

  @Test
  void smoothingTakesTheConstantThatWouldHaveErredLeast() {
    double[] step = new double[40];
    Arrays.fill(step, 0, 20, 2);
    Arrays.fill(step, 20, 40, 10);
    // 0.8: after twenty days of 10 the level is 10 but for 8 · 0.2^20.
    assertEquals(10, Baselines.exponentialSmoothing(step, 1)[0], 1e-6);
    double[] alternating = new double[40];
    Arrays.setAll(alternating, day -> day % 2 == 0 ? 0 : 10);
    // 0.01 starts at the first week's mean, 30/7, and hardly moves.
    double level = 30 / 7.0;
    for (double units : alternating) {
      level += 0.01 * (units - level);
    }
    assertEquals(level, Baselines.exponentialSmoothing(alternating, 1)[0], 1e-9);
  }

  @Test
  void crostonDividesSizeByIntervalAndTakesOffHalfTheConstant() {
    // Sizes 4, then 4 + 0.1 · (6 − 4) = 4.2; intervals 2, then 2 + 0.1 · (3 − 2) = 2.1.
    double[] history = {0, 4, 0, 0, 6, 0};
    assertEquals(0.95 * 4.2 / 2.1, Baselines.crostonSba(history, 1)[0], 1e-12);
    assertEquals(0, Baselines.crostonSba(new double[] {0, 0}, 1)[0]);
  }

  @Test
  void tsbForgetsAProductThatNoLongerSells() {
    // Probability 1/2 at the first sale, × 0.9 × 0.9, + 0.1 · (1 − it), × 0.9.
    double[] history = {0, 4, 0, 0, 6, 0};
    double probability = (0.405 + 0.1 * (1 - 0.405)) * 0.9;
    assertEquals(4.2 * probability, Baselines.tsb(history, 1)[0], 1e-12);
  }
}
