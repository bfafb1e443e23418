package io.shelfcast.trainer.rows;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.boost.TrainingRows;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was found in the histories: rows to learn from and forecasts to judge. */
public final class RowSet implements Serializable {
  private final TrainingRows learning = new TrainingRows(FeatureSchema.count());
  private final List<JudgedForecast> judged = new ArrayList<>();

  /** Rows to learn from, with the day on which each label became known. */
  public TrainingRows learning() {
    return learning;
  }

  /** All forecasts to judge. */
  public List<JudgedForecast> judged() {
    return judged;
  }

  /** The forecasts to judge of one fold. */
  public List<JudgedForecast> judged(int fold) {
    return judged.stream().filter(forecast -> forecast.fold() == fold).toList();
  }

  /** Real rows of features, spread over the forecasts and their days; fewer if there are fewer. */
  public float[][] sample(int most) {
    int n = Math.min(most, judged.size());
    float[][] sample = new float[n][];
    for (int i = 0; i < n; i++) {
      float[] rows = judged.get((int) ((long) i * judged.size() / n)).rows();
      int row = i % FeatureSchema.ROWS * FeatureSchema.count();
      sample[i] = Arrays.copyOfRange(rows, row, row + FeatureSchema.count());
    }
    return sample;
  }

  /** Takes over what another worker found; it must not be used afterwards. */
  public void join(RowSet other) {
    learning.join(other.learning);
    judged.addAll(other.judged);
  }
}
