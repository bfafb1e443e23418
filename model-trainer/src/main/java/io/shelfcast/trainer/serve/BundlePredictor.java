package io.shelfcast.trainer.serve;

import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.Scorer;
import java.io.IOException;
import java.nio.file.Path;

/** Predictions of a model bundle: demand over level, for rows of its features. */
public final class BundlePredictor implements RowPredictor {
  private final ModelBundle bundle;
  private final ThreadLocal<Scorer> scorers;

  public BundlePredictor(ModelBundle bundle) {
    this.bundle = bundle;
    this.scorers = ThreadLocal.withInitial(() -> bundle.forest().scorer());
  }

  /**
   * Reads the bundle that lies in a folder.
   *
   * @throws RefusedBundle if it cannot be used here
   */
  public static BundlePredictor read(Path folder) throws IOException, RefusedBundle {
    return new BundlePredictor(ModelBundle.read(folder));
  }

  /** Sequence of the bundle. */
  public long sequence() {
    return bundle.sequence();
  }

  @Override
  public int featureCount() {
    return bundle.forest().featureCount();
  }

  @Override
  public float[] predict(float[] rows, int rowCount) {
    float[] predictions = new float[rowCount];
    scorers.get().predict(rows, 0, rowCount, predictions);
    return predictions;
  }
}
