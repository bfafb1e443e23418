package io.shelfcast.trainer.score;

import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.boost.TrainingFailed;
import java.util.Arrays;
import java.util.List;

/**
 * Measures {@link LeadTimeErrors} on forecasts made out of fold: by models that had not seen the
 * days they are judged on.
 *
 * <p>A demand class with too few forecasts takes the pooled quantiles; where only its tail is thin,
 * the tail has the pooled shape at its own width. Levels are put in ascending order at the end,
 * since a mended tail may cross its neighbour.
 */
public final class LeadTimeCalibration {
  private static final int[] INTERVALS = {1, 2, 3, 5, 7, 10, 14, 21, 30};

  private static final double[] LEVELS = {
    0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.98, 0.99,
    0.995, 0.999
  };

  /** Fewest errors for which a demand class has quantiles of its own. */
  private static final int OWN_ERRORS = 200;

  /** Fewest errors that must lie beyond a quantile for it to be trusted. */
  private static final int BEYOND = 5;

  /** Fewest errors for which an interval has quantiles of its own. */
  private static final int POOLED_ERRORS = 20;

  private LeadTimeCalibration() {}

  /** Days of the intervals measured. */
  public static int[] intervals() {
    return INTERVALS.clone();
  }

  /** Probabilities measured. */
  public static double[] levels() {
    return LEVELS.clone();
  }

  /**
   * The errors' quantiles.
   *
   * @throws TrainingFailed if the outcomes hold next to nothing that is known
   */
  public static LeadTimeErrors of(List<Outcome> outcomes) {
    DemandClass[] classes = DemandClass.values();
    double[][][] quantiles = new double[classes.length][INTERVALS.length][];
    for (int i = 0; i < INTERVALS.length; i++) {
      double[] pooled = errors(outcomes, null, INTERVALS[i]);
      for (DemandClass c : classes) {
        quantiles[c.ordinal()][i] =
            pooled.length < POOLED_ERRORS
                ? ofShorterInterval(quantiles[c.ordinal()], i)
                : quantiles(errors(outcomes, c, INTERVALS[i]), pooled);
      }
    }
    return new LeadTimeErrors(INTERVALS.clone(), LEVELS.clone(), quantiles);
  }

  private static double[] ofShorterInterval(double[][] quantiles, int interval) {
    if (interval == 0) {
      throw new TrainingFailed("there are not enough known days to calibrate on", null);
    }
    return quantiles[interval - 1].clone();
  }

  /** Standardised errors in ascending order. */
  private static double[] errors(List<Outcome> outcomes, DemandClass only, int days) {
    return outcomes.stream()
        .filter(o -> only == null || o.demandClass() == only)
        .map(o -> o.leadTime(days))
        .filter(Outcome.LeadTime::known)
        .mapToDouble(l -> LeadTimeErrors.standardised(l.forecast(), l.actual()))
        .sorted()
        .toArray();
  }

  private static double[] quantiles(double[] own, double[] pooled) {
    double[] from = own.length < OWN_ERRORS ? pooled : own;
    int low = 0;
    int high = LEVELS.length - 1;
    while (!isTrusted(LEVELS[low], from.length) && LEVELS[low] < 0.5) {
      low++;
    }
    while (!isTrusted(LEVELS[high], from.length) && LEVELS[high] > 0.5) {
      high--;
    }
    double[] q = new double[LEVELS.length];
    for (int i = 0; i < q.length; i++) {
      int anchor = Math.max(low, Math.min(high, i));
      double beyond = quantile(pooled, LEVELS[i]) - quantile(pooled, LEVELS[anchor]);
      q[i] = quantile(from, LEVELS[anchor]) + beyond * relativeSpread(from, pooled, LEVELS[anchor]);
    }
    Arrays.sort(q);
    return q;
  }

  /** How wide one distribution is against another, between the median and a level. */
  private static double relativeSpread(double[] own, double[] pooled, double level) {
    double ofPooled = quantile(pooled, level) - quantile(pooled, 0.5);
    double ofOwn = quantile(own, level) - quantile(own, 0.5);
    return ofPooled == 0 ? 1 : ofOwn / ofPooled;
  }

  private static boolean isTrusted(double level, int errors) {
    return errors * Math.min(level, 1 - level) >= BEYOND;
  }

  /** Between order statistics at p·(n + 1): on average a share p of new errors lies below. */
  static double quantile(double[] sorted, double level) {
    double at = Math.max(0, Math.min(sorted.length - 1, level * (sorted.length + 1) - 1));
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
