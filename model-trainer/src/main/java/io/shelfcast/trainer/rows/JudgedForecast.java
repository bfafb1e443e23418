package io.shelfcast.trainer.rows;

import io.shelfcast.forecast.DemandClass;
import io.shelfcast.trainer.score.Outcome;
import java.io.Serializable;

/**
 * A forecast that is judged: what the model is given, and what came of it.
 *
 * @param fold whose trial model is asked
 * @param openDay first day of the forecast, in days since the epoch
 * @param rows the features
 * @param scale units that a prediction of 1 stands for, for each row; 0 on a day known to be
 *     without demand
 * @param actual units wanted on each day; NaN where unknown
 * @param naive what seasonal naive says
 * @param champion what the champion says, or null
 * @param elapsed days of the forecast that are over
 */
public record JudgedForecast(
    int fold,
    int openDay,
    DemandClass demandClass,
    float[] rows,
    float[] scale,
    double[] actual,
    double[] naive,
    double[] champion,
    int elapsed)
    implements Serializable {

  /** What came of the predictions of a model, before scaling. */
  public Outcome ofPredictions(float[] predictions) {
    return outcome(units(predictions, scale));
  }

  /** What came of seasonal naive. */
  public Outcome ofNaive() {
    return outcome(naive);
  }

  /** What came of the champion. */
  public Outcome ofChampion() {
    return outcome(champion);
  }

  private Outcome outcome(double[] daily) {
    return new Outcome(demandClass, daily, actual, elapsed);
  }

  /** Predictions in units, none negative. */
  static double[] units(float[] predictions, float[] scale) {
    double[] units = new double[scale.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.max(0, predictions[i]) * scale[i];
    }
    return units;
  }
}
