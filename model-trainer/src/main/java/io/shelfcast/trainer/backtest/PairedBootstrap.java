package io.shelfcast.trainer.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * By how much the error of one forecast differs from another's on the same days, with the interval
 * in which that difference lies as far as the choice of store-products goes: whole store-products
 * are drawn anew, with replacement, so that the days of one stay together (Efron and Tibshirani, An
 * Introduction to the Bootstrap, chapters 8 and 13).
 */
final class PairedBootstrap {
  private static final int RESAMPLES = 1_000;
  private static final double TAIL = 0.025;

  private final SplittableRandom random;

  PairedBootstrap(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * The WAPE of the later forecast less that of the earlier one.
   *
   * @param blocks what was counted of each store-product
   * @return the 0.025 and the 0.975 quantile of the resamples
   */
  double[] difference(List<PairedErrors.Sums> blocks) {
    double[] differences = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      PairedErrors.Sums drawn = PairedErrors.Sums.NONE;
      for (int n = 0; n < blocks.size(); n++) {
        drawn = drawn.plus(blocks.get(random.nextInt(blocks.size())));
      }
      differences[i] = (drawn.after() - drawn.before()) / drawn.demand();
    }
    Arrays.sort(differences);
    int tail = (int) Math.round(TAIL * RESAMPLES);
    return new double[] {differences[tail], differences[RESAMPLES - 1 - tail]};
  }
}
