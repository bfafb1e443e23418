package io.shelfcast.trainer.contest;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.model.Forest;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.Scorer;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.rows.JudgedForecast;
import io.shelfcast.trainer.score.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A trial model in the form the job runs it, asked for the forecasts it is judged by. */
public final class TrialForest {
  private final Forest forest;

  /**
   * @throws TrainingFailed if the job could not run it either
   */
  public TrialForest(byte[] ubj) {
    try {
      forest = Forest.read(ubj);
    } catch (RefusedBundle e) {
      throw new TrainingFailed("the trained model cannot be used: " + e.getMessage(), e);
    }
  }

  /** What came of its forecasts. */
  public List<Outcome> outcomes(List<JudgedForecast> judged) {
    Scorer scorer = forest.scorer();
    List<Outcome> outcomes = new ArrayList<>(judged.size());
    float[] predictions = new float[FeatureSchema.ROWS];
    for (JudgedForecast forecast : judged) {
      scorer.predict(forecast.rows(), 0, FeatureSchema.ROWS, predictions);
      outcomes.add(forecast.ofPredictions(predictions));
    }
    return outcomes;
  }
}
