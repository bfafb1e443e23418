package io.shelfcast.trainer.boost;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The native library inside xgboost4j, which needs OpenMP from the system. */
public final class NativeXgboost {
  private NativeXgboost() {}

  /**
   * Makes sure that it loads, before any work is done.
   *
   * @throws TrainingFailed saying what to install
   */
  public static void require() {
    try {
      new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
    } catch (LinkageError e) {
      throw new TrainingFailed(
          "xgboost4j cannot load its native library; on Linux it needs libgomp.so.1"
              + " (apt-get install libgomp1, or dnf install libgomp)",
          e);
    } catch (XGBoostError e) {
      throw new TrainingFailed("xgboost4j does not work here: " + e.getMessage(), e);
    }
  }
}
