package io.shelfcast.model;

import java.util.Objects;

/**
 * Scores rows with a {@link Forest}; belongs to one thread, since it holds the working space.
 *
 * <p>Rows are given as a flat array, row after row. NaN is a missing value. A row's margin is
 * summed in float from the base through the trees in order, as xgboost does, and does not depend on
 * the rows it is scored together with.
 */
public final class Scorer {
  private final Forest forest;
  private final SingleWalk singleWalk;
  private final SharedWalk sharedWalk;

  Scorer(Forest forest) {
    this.forest = forest;
    this.singleWalk = new SingleWalk(forest);
    this.sharedWalk = new SharedWalk(forest);
  }

  /**
   * Margins, before the link.
   *
   * @param rows holds the rows one after the other, {@link Forest#featureCount} numbers each
   * @param offset where the first row begins
   * @param out receives one margin a row, from index 0
   */
  public void margins(float[] rows, int offset, int rowCount, float[] out) {
    int features = forest.featureCount();
    Objects.checkFromIndexSize(offset, Math.multiplyExact(rowCount, features), rows.length);
    Objects.checkFromIndexSize(0, rowCount, out.length);
    for (int first = 0; first < rowCount; first += SharedWalk.MOST_ROWS) {
      int count = Math.min(SharedWalk.MOST_ROWS, rowCount - first);
      int from = offset + first * features;
      if (count == 1) {
        out[first] = singleWalk.margin(rows, from);
      } else {
        sharedWalk.margins(rows, from, count, out, first);
      }
    }
  }

  /** As {@link #margins}, and after the link: in the unit of the label that was trained on. */
  public void predict(float[] rows, int offset, int rowCount, float[] out) {
    margins(rows, offset, rowCount, out);
    for (int row = 0; row < rowCount; row++) {
      out[row] = forest.link.prediction(out[row]);
    }
  }
}
