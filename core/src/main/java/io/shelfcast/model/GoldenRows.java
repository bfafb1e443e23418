package io.shelfcast.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/**
 * Rows and the margins that xgboost itself gave for them: a bundle whose forest does not give the
 * same here, bit for bit, is not used.
 */
public final class GoldenRows {
  private final float[][] rows;
  private final float[] margins;

  /**
   * @param rows at least one, all of one length; NaN is missing, infinite values are not possible
   * @param margins one a row, finite
   */
  public GoldenRows(float[][] rows, float[] margins) {
    boolean sound = rows.length > 0 && rows.length == margins.length;
    for (int i = 0; sound && i < rows.length; i++) {
      sound = rows[i].length == rows[0].length && Float.isFinite(margins[i]);
      for (float value : rows[i]) {
        sound &= !Float.isInfinite(value);
      }
    }
    if (!sound) {
      throw new IllegalArgumentException(
          "golden rows need one length, no infinite value and a finite margin each");
    }
    this.rows = Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    this.margins = margins.clone();
  }

  /** From JSON, which has no NaN: null is missing. */
  @JsonCreator
  static GoldenRows fromJson(
      @JsonProperty("rows") Float[][] rows, @JsonProperty("margins") float[] margins) {
    float[][] plain = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      plain[i] = new float[rows[i].length];
      for (int k = 0; k < plain[i].length; k++) {
        plain[i][k] = rows[i][k] == null ? Float.NaN : rows[i][k];
      }
    }
    return new GoldenRows(plain, margins);
  }

  @JsonProperty("rows")
  Float[][] rowsForJson() {
    Float[][] boxed = new Float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      boxed[i] = new Float[rows[i].length];
      for (int k = 0; k < boxed[i].length; k++) {
        boxed[i][k] = Float.isNaN(rows[i][k]) ? null : (Float) rows[i][k];
      }
    }
    return boxed;
  }

  @JsonProperty("margins")
  float[] margins() {
    return margins;
  }

  /** Scores each row alone and all together, which are two ways through the forest. */
  void check(Forest forest) throws RefusedBundle {
    int features = forest.featureCount();
    if (rows[0].length != features) {
      throw new RefusedBundle("The golden rows have another number of features than the model.");
    }
    float[] together = new float[rows.length * features];
    float[] scored = new float[rows.length];
    float[] alone = new float[1];
    Scorer scorer = forest.scorer();
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, together, i * features, features);
      scorer.margins(rows[i], 0, 1, alone);
      checkBits(i, alone[0]);
    }
    scorer.margins(together, 0, rows.length, scored);
    for (int i = 0; i < rows.length; i++) {
      checkBits(i, scored[i]);
    }
  }

  private void checkBits(int row, float margin) throws RefusedBundle {
    if (Float.floatToIntBits(margin) != Float.floatToIntBits(margins[row])) {
      throw new RefusedBundle(
          String.format(
              "The model scores golden row %d as %s, where its trainer had %s.",
              row, margin, margins[row]));
    }
  }
}
