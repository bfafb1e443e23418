package io.shelfcast.bench.scoring;

import io.shelfcast.local.Problem;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The condition of the comparison: all scorers give the same margins, ours xgboost's own bits. */
final class SameMargins {
  private static final double H2O_MAY_DIFFER = 1e-5;

  private final Scorers scorers;

  SameMargins(Scorers scorers) {
    this.scorers = scorers;
  }

  /**
   * Checks every forecast, its rows together and one by one.
   *
   * @return the number of margins compared
   * @throws Problem at the first difference
   */
  int check(ScoringCase scoring) throws XGBoostError {
    for (int row = 0; row < scoring.rows(); row += ScoringCase.ROWS) {
      check(scoring, row, ScoringCase.ROWS);
    }
    for (int row = 0; row < scoring.rows(); row++) {
      check(scoring, row, 1);
    }
    return 2 * scoring.rows();
  }

  private void check(ScoringCase scoring, int fromRow, int count) throws XGBoostError {
    float[] rows = new float[count * ScoringCase.FEATURES];
    scoring.copy(fromRow, rows);
    float[] ours = scorers.shelfcast(rows).clone();
    float[][] inplace = scorers.inplace(rows);
    float[][] matrix = scorers.matrix(rows);
    float[] h2o = scorers.h2o(rows);
    for (int i = 0; i < count; i++) {
      require(isSame(ours[i], inplace[i][0]), fromRow + i, ours[i], inplace[i][0]);
      require(isSame(ours[i], matrix[i][0]), fromRow + i, ours[i], matrix[i][0]);
      boolean isClose =
          Math.abs(ours[i] - h2o[i]) <= H2O_MAY_DIFFER * Math.max(1, Math.abs(ours[i]));
      require(isClose, fromRow + i, ours[i], h2o[i]);
    }
  }

  private static boolean isSame(float a, float b) {
    return Float.floatToRawIntBits(a) == Float.floatToRawIntBits(b);
  }

  private static void require(boolean same, int row, float ours, float theirs) {
    if (!same) {
      throw new Problem(
          "The scorers disagree on row " + row + ": " + ours + " here, " + theirs + " there.");
    }
  }
}
