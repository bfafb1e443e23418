package io.shelfcast.trainer.boost;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.IntPredicate;
import ml.dmlc.xgboost4j.LabeledPoint;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The native copy of some rows. */
final class RowMatrix implements AutoCloseable {
  private final DMatrix matrix;

  /**
   * @param hidden columns that are given as missing
   */
  RowMatrix(TrainingRows rows, IntPredicate day, Set<Integer> hidden) throws XGBoostError {
    int n = rows.count(day);
    if (n == 0) {
      throw new TrainingFailed("there is no row to learn from", null);
    }
    float[] labels = new float[n];
    float[] weights = new float[n];
    matrix = new DMatrix(new Points(rows.rows(day), hidden, labels, weights), null, Float.NaN);
    matrix.setLabel(labels);
    matrix.setWeight(withMeanOne(weights));
  }

  private static float[] withMeanOne(float[] weights) {
    double sum = 0;
    for (float w : weights) {
      sum += w;
    }
    if (!(sum > 0)) {
      Arrays.fill(weights, 1);
      return weights;
    }
    double factor = weights.length / sum;
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= (float) factor;
    }
    return weights;
  }

  /** What xgboost is given. */
  DMatrix nativeRows() {
    return matrix;
  }

  @Override
  public void close() {
    matrix.dispose();
  }

  /** Feeds rows to xgboost, which takes them in batches, and notes labels and weights. */
  private static final class Points implements Iterator<LabeledPoint> {
    private final TrainingRows.Cursor cursor;
    private final Set<Integer> hidden;
    private final float[] labels;
    private final float[] weights;
    private int at;

    Points(TrainingRows.Cursor cursor, Set<Integer> hidden, float[] labels, float[] weights) {
      this.cursor = cursor;
      this.hidden = hidden;
      this.labels = labels;
      this.weights = weights;
    }

    @Override
    public boolean hasNext() {
      return at < labels.length;
    }

    @Override
    public LabeledPoint next() {
      if (!cursor.next()) {
        throw new NoSuchElementException();
      }
      labels[at] = cursor.label();
      weights[at++] = cursor.weight();
      float[] values = cursor.values();
      hidden.forEach(column -> values[column] = Float.NaN);
      return new LabeledPoint(0, values.length, null, values);
    }
  }
}
