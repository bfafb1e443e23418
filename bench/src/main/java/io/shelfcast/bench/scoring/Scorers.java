package io.shelfcast.bench.scoring;

import biz.k11i.xgboost.Predictor;
import biz.k11i.xgboost.util.FVec;
import io.shelfcast.model.Forest;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.Scorer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The scorers that are compared, each asked for the margins of some rows; for one thread. */
final class Scorers {
  private static final int FEATURES = ScoringCase.FEATURES;
  private static final int[] ALL_TREES = {0, 0};

  private final Scorer shelfcast;
  private final Booster xgboost;
  private final Predictor h2o;
  private final float[] margins = new float[ScoringCase.ROWS];
  private final float[] row = new float[FEATURES];

  Scorers(byte[] ubj) throws XGBoostError, IOException, RefusedBundle {
    this(ubj, ubj);
  }

  /** Ours with one model, theirs with another. */
  Scorers(byte[] ours, byte[] theirs) throws XGBoostError, IOException, RefusedBundle {
    shelfcast = loadShelfcast(ours).scorer();
    xgboost = loadXgboost(theirs);
    h2o = loadH2o(h2oForm(theirs));
  }

  static Forest loadShelfcast(byte[] ubj) throws RefusedBundle {
    return Forest.read(ubj);
  }

  /** One thread, for starting more costs more than a forecast. */
  static Booster loadXgboost(byte[] ubj) throws XGBoostError, IOException {
    Booster booster = XGBoost.loadModel(ubj);
    booster.setParam("nthread", 1);
    return booster;
  }

  static Predictor loadH2o(byte[] old) throws IOException {
    return new Predictor(new ByteArrayInputStream(old));
  }

  /** The old binary form, the only one that the predictor reads. */
  static byte[] h2oForm(byte[] ubj) throws XGBoostError, IOException {
    Booster booster = XGBoost.loadModel(ubj);
    try {
      booster.setParam("verbosity", 0);
      return booster.toByteArray("deprecated");
    } finally {
      booster.dispose();
    }
  }

  /** Margins of rows that fill the array; overwritten by the next call. */
  float[] shelfcast(float[] rows) {
    shelfcast.margins(rows, 0, rows.length / FEATURES, margins);
    return margins;
  }

  float[][] inplace(float[] rows) throws XGBoostError {
    return xgboost.inplace_predict(
        rows,
        rows.length / FEATURES,
        FEATURES,
        Float.NaN,
        ALL_TREES,
        Booster.PredictionType.kMargin,
        null);
  }

  float[][] matrix(float[] rows) throws XGBoostError {
    DMatrix matrix = new DMatrix(rows, rows.length / FEATURES, FEATURES, Float.NaN);
    try {
      return xgboost.predict(matrix, true);
    } finally {
      matrix.dispose();
    }
  }

  /** Margins of rows that fill the array, which it can only do one by one; overwritten likewise. */
  float[] h2o(float[] rows) {
    for (int i = 0; i < rows.length / FEATURES; i++) {
      System.arraycopy(rows, i * FEATURES, row, 0, FEATURES);
      margins[i] = h2o.predictSingle(FVec.Transformer.fromArray(row, false), true);
    }
    return margins;
  }
}
