package io.shelfcast.trainer.serve;

/** What the inference server asks: predictions for rows of features. */
public interface RowPredictor {
  /** Features in a row. */
  int featureCount();

  /**
   * One prediction a row.
   *
   * @param rows row by row, NaN where missing
   */
  float[] predict(float[] rows, int rowCount);
}
