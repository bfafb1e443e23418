package io.shelfcast.trainer.boost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A small model that xgboost4j really trained, and what xgboost4j itself predicts with it. */
final class XgboostModel {
  static final int FEATURES = 12;
  private static final int ROWS = 3_000;
  private static final float NAN = Float.NaN;

  private final Booster booster;

  private XgboostModel(Booster booster) {
    this.booster = booster;
  }

  /**
   * @param settings such as {@code objective=reg:tweedie max_depth=3}, over defaults
   */
  static XgboostModel train(String settings, int rounds) throws XGBoostError {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("nthread", 1);
    parameters.put("seed", 1);
    parameters.put("verbosity", 0);
    for (String setting : settings.split(" ")) {
      String[] pair = setting.split("=", 2);
      parameters.put(pair[0], pair[1]);
    }
    boolean categorical = parameters.remove("categorical") != null;
    SplittableRandom random = new SplittableRandom(11);
    float[] values = new float[ROWS * FEATURES];
    float[] labels = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int f = 0; f < FEATURES; f++) {
        values[row * FEATURES + f] = trainingValue(random, f);
      }
      labels[row] = label(values, row * FEATURES);
    }
    DMatrix matrix = new DMatrix(values, ROWS, FEATURES, NAN);
    try {
      matrix.setLabel(labels);
      if (categorical) {
        String[] types = new String[FEATURES];
        Arrays.fill(types, "float");
        types[3] = "c";
        matrix.setFeatureTypes(types);
      }
      return new XgboostModel(
          XGBoost.train(matrix, parameters, rounds, new HashMap<>(), null, null));
    } finally {
      matrix.dispose();
    }
  }

  /** Every third feature a small whole number, as weekdays and flags are; some values missing. */
  private static float trainingValue(SplittableRandom random, int feature) {
    if (random.nextInt(8) == 0) {
      return NAN;
    }
    return feature % 3 == 0
        ? random.nextInt(-3, 7) + (feature == 3 ? 3 : 0)
        : (float) (Math.pow(10, feature % 5 - 2) * (random.nextDouble() - 0.5));
  }

  private static float label(float[] values, int at) {
    double score = 0;
    for (int f = 0; f < FEATURES; f++) {
      float value = values[at + f];
      score += Float.isNaN(value) ? 0.4 : Math.sin(value * (f + 1)) / (1 + f);
    }
    return (float) Math.max(0, Math.rint(2 * score + 2));
  }

  byte[] ubj() throws XGBoostError {
    return booster.toByteArray("ubj");
  }

  byte[] json() throws XGBoostError {
    return booster.toByteArray("json");
  }

  float[] margins(float[] rows) throws XGBoostError {
    return column(
        booster.inplace_predict(
            rows,
            rows.length / FEATURES,
            FEATURES,
            NAN,
            new int[] {0, 0},
            Booster.PredictionType.kMargin,
            null));
  }

  float[] predictions(float[] rows) throws XGBoostError {
    return column(booster.inplace_predict(rows, rows.length / FEATURES, FEATURES, NAN));
  }

  private static float[] column(float[][] predictions) {
    float[] column = new float[predictions.length];
    for (int row = 0; row < column.length; row++) {
      column[row] = predictions[row][0];
    }
    return column;
  }

  /** By feature: the thresholds of its splits. */
  List<List<Float>> thresholds() throws XGBoostError, IOException {
    List<List<Float>> thresholds = new ArrayList<>();
    for (int f = 0; f < FEATURES; f++) {
      thresholds.add(new ArrayList<>());
    }
    for (String tree : booster.getModelDump((String) null, false, "json")) {
      for (JsonNode split : new ObjectMapper().readTree(tree).findParents("split_condition")) {
        int feature = Integer.parseInt(split.get("split").asText().substring(1));
        thresholds.get(feature).add(Float.parseFloat(split.get("split_condition").asText()));
      }
    }
    return thresholds;
  }
}
