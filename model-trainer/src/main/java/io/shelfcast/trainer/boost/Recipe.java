package io.shelfcast.trainer.boost;

import io.shelfcast.feature.Feature;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * How a model is grown: everything that, with the rows, decides its trees. Recorded in the bundle.
 *
 * @param objective xgboost's name of the loss. Tweedie's deviance, between that of Poisson's counts
 *     and of sums of them that come in lumps, on demand over level; squared error lets the noise of
 *     the best days shape the trees, absolute error undershoots (docs/accuracy.md)
 * @param trees most trees to grow
 * @param patience trees without improvement on the watched days after which growing stops
 * @param learningRate share of each tree's correction that is taken
 * @param minChildWeight least sum of row weights in a leaf, rows weighing 1 on average
 * @param without features that the trees may not look at
 */
public record Recipe(
    String objective,
    int trees,
    int patience,
    int depth,
    double learningRate,
    double minChildWeight,
    double rowShare,
    double featureShare,
    int bins,
    int seed,
    Set<Feature> without) {

  private static final String TWEEDIE = "reg:tweedie";

  /** From 1, where the variance grows as the mean, to 2, where it grows as its square. */
  private static final double VARIANCE_POWER = 1.3;

  private static final int FEW_ROWS = 20_000;
  private static final int VERY_FEW_ROWS = 5_000;

  /** The recipe for a number of rows, of which trees may look at everything. */
  public static Recipe forRows(long rows, int seed) {
    return forRows(rows, seed, Set.of());
  }

  /** The recipe for a number of rows: fewer and shallower trees where there is little to learn. */
  public static Recipe forRows(long rows, int seed, Set<Feature> without) {
    if (rows < VERY_FEW_ROWS) {
      return new Recipe(TWEEDIE, 100, 15, 4, 0.1, 5, 0.8, 0.8, 64, seed, without);
    }
    if (rows < FEW_ROWS) {
      return new Recipe(TWEEDIE, 200, 20, 5, 0.08, 10, 0.8, 0.8, 128, seed, without);
    }
    return new Recipe(TWEEDIE, 800, 40, 7, 0.05, 20, 0.8, 0.5, 256, seed, without);
  }

  /** The same with another number of trees, grown to the end. */
  public Recipe withTrees(int count) {
    return new Recipe(
        objective,
        count,
        patience,
        depth,
        learningRate,
        minChildWeight,
        rowShare,
        featureShare,
        bins,
        seed,
        without);
  }

  /** The recipe by name, for the record. */
  public Map<String, String> described() {
    Map<String, String> described = new TreeMap<>();
    parameters(0).forEach((name, value) -> described.put(name, value.toString()));
    described.keySet().removeAll(Set.of("nthread", "verbosity"));
    described.put("trees", Integer.toString(trees));
    if (!without.isEmpty()) {
      described.put("without", new TreeSet<>(without).toString());
    }
    return described;
  }

  /** Columns that the trees may not look at, when they learn from the rows whose day passes. */
  Set<Integer> hidden(TrainingRows rows, IntPredicate day) {
    Set<Integer> hidden = new TreeSet<>(CalendarFeatures.notYetRepeated(rows, day));
    without.forEach(feature -> hidden.add(feature.ordinal()));
    return hidden;
  }

  Map<String, Object> parameters(int threads) {
    Map<String, Object> p = new TreeMap<>();
    p.put("tree_method", "hist");
    p.put("objective", objective);
    p.put("tweedie_variance_power", VARIANCE_POWER);
    p.put("base_score", 1); // the logarithm of which is exact everywhere
    p.put("max_depth", depth);
    p.put("eta", learningRate);
    p.put("min_child_weight", minChildWeight);
    p.put("subsample", rowShare);
    p.put("colsample_bytree", featureShare);
    p.put("max_bin", bins);
    p.put("seed", seed);
    p.put("nthread", threads);
    p.put("verbosity", 0);
    return p;
  }
}
