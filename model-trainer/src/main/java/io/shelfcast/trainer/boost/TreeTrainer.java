package io.shelfcast.trainer.boost;

import io.shelfcast.feature.FeatureSchema;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Grows boosted trees with xgboost4j; the only class of the trainer that knows it.
 *
 * <p>The native copy of the rows costs about 9 bytes a present value while a model grows, beside
 * the {@link TrainingRows} on the heap; both are the peak of a training.
 */
public final class TreeTrainer {
  /** With fewer rows, threads only wait for each other, actively, once for each node of a tree. */
  private static final int ROWS_A_THREAD = 50_000;

  private final int threads;
  private final GrowthListener listener;

  /** Hears of each grown tree, for a progress line. */
  @FunctionalInterface
  public interface GrowthListener {
    void grown(int trees, int of);
  }

  /** Grown trees in xgboost's UBJ form. */
  public record Trees(byte[] ubj, int count) {}

  public TreeTrainer(int threads, GrowthListener listener) {
    this.threads = threads;
    this.listener = listener;
  }

  /**
   * Grows exactly {@link Recipe#trees()} trees on the rows whose day passes.
   *
   * @throws TrainingFailed if no row passes or xgboost refuses
   */
  public Trees grow(TrainingRows rows, IntPredicate learn, Recipe recipe) {
    Set<Integer> hidden = recipe.hidden(rows, learn);
    try (RowMatrix train = new RowMatrix(rows, learn, hidden)) {
      return grown(train.nativeRows(), recipe);
    } catch (XGBoostError e) {
      throw new TrainingFailed("xgboost refused to train: " + firstLine(e), e);
    }
  }

  /**
   * How many trees are best: grows on the rows that {@code learn} passes and stops when the error
   * on the rows that {@code watch} passes no longer falls.
   */
  public int bestCount(TrainingRows rows, IntPredicate learn, IntPredicate watch, Recipe recipe) {
    Set<Integer> hidden = recipe.hidden(rows, learn);
    try (RowMatrix train = new RowMatrix(rows, learn, hidden);
        RowMatrix watched = new RowMatrix(rows, watch, hidden)) {
      Booster booster = started(train.nativeRows(), recipe);
      try {
        return untilNoBetter(booster, train.nativeRows(), watched.nativeRows(), recipe);
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError e) {
      throw new TrainingFailed("xgboost refused to train: " + firstLine(e), e);
    }
  }

  /**
   * What xgboost itself gives for some rows, before the link: what any other scorer must give too.
   *
   * @throws TrainingFailed if xgboost cannot read the model
   */
  public static float[] margins(byte[] ubj, float[][] rows) {
    try {
      Booster booster = XGBoost.loadModel(ubj);
      DMatrix matrix = new DMatrix(flat(rows), rows.length, rows[0].length, Float.NaN);
      try {
        float[][] margins = booster.predict(matrix, true);
        float[] first = new float[rows.length];
        for (int i = 0; i < first.length; i++) {
          first[i] = margins[i][0];
        }
        return first;
      } finally {
        matrix.dispose();
        booster.dispose();
      }
    } catch (XGBoostError | IOException e) {
      throw new TrainingFailed("xgboost refused its own model: " + firstLine(e), e);
    }
  }

  /**
   * What the splits on each feature gained, as shares of all; a feature never split on is left out.
   *
   * @throws TrainingFailed if xgboost cannot read the model
   */
  public static Map<String, Double> gains(byte[] ubj) {
    try {
      Booster booster = XGBoost.loadModel(ubj);
      try {
        String[] names = FeatureSchema.names().toArray(String[]::new);
        Map<String, Double> gains = booster.getScore(names, "total_gain");
        double all = gains.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new TreeMap<>();
        gains.forEach((name, gain) -> shares.put(name, gain / all));
        return shares;
      } finally {
        booster.dispose();
      }
    } catch (XGBoostError | IOException e) {
      throw new TrainingFailed("xgboost refused its own model: " + firstLine(e), e);
    }
  }

  /** xgboost appends a native stack trace to what it has to say. */
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static float[] flat(float[][] rows) {
    int features = rows[0].length;
    float[] flat = new float[rows.length * features];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * features, features);
    }
    return flat;
  }

  private int untilNoBetter(Booster booster, DMatrix train, DMatrix watched, Recipe recipe)
      throws XGBoostError {
    DMatrix[] sets = {watched};
    String[] names = {"watched"};
    float[] error = new float[1];
    float best = Float.POSITIVE_INFINITY;
    int bestCount = 1;
    for (int tree = 0; tree < recipe.trees() && tree < bestCount + recipe.patience(); tree++) {
      booster.update(train, tree);
      booster.evalSet(sets, names, tree, error);
      if (error[0] < best) {
        best = error[0];
        bestCount = tree + 1;
      }
      listener.grown(tree + 1, recipe.trees());
    }
    return bestCount;
  }

  private Trees grown(DMatrix train, Recipe recipe) throws XGBoostError {
    Booster booster = started(train, recipe);
    try {
      for (int tree = 0; tree < recipe.trees(); tree++) {
        booster.update(train, tree);
        listener.grown(tree + 1, recipe.trees());
      }
      return new Trees(booster.toByteArray("ubj"), recipe.trees());
    } finally {
      booster.dispose();
    }
  }

  private Booster started(DMatrix train, Recipe recipe) throws XGBoostError {
    int worthwhile = (int) Math.min(threads, 1 + train.rowNum() / ROWS_A_THREAD);
    return XGBoost.train(train, recipe.parameters(worthwhile), 0, Map.of(), null, null);
  }
}
