package io.shelfcast.model;

import java.util.Arrays;

/**
 * Which of up to 32 rows go left, one bit a row, at each split that a forest has.
 *
 * <p>The rows of one forecast are nearly alike, so that most features are ranked once for all.
 */
final class RowMasks {
  static final int MOST_ROWS = Integer.SIZE;

  /** After so many rows of a forecast, what depends on the weekday comes again. */
  private static final int WEEK = 7;

  private final Forest forest;

  /** By column: where its masks begin; -1 where no node splits on it. */
  private final int[] starts;

  /** By column, then by bin. The first column has room for the bin of leaves, too. */
  private final int[] masks;

  /** Of one feature, by bin: the rows that are below it and not below the bin before. */
  private final int[] entering;

  /** Of one feature, by row. */
  private final int[] ranks = new int[MOST_ROWS];

  RowMasks(Forest forest) {
    this.forest = forest;
    starts = new int[2 * forest.featureCount()];
    Arrays.fill(starts, -1);
    for (long node : forest.nodes) {
      starts[Forest.column(node)] = 0;
    }
    int size = Forest.BIN_OF_LEAF + 1;
    int longest = 0;
    for (int column = 0; column < starts.length; column++) {
      longest = Math.max(longest, length(column));
      if (starts[column] == 0 && column > 0) {
        starts[column] = size;
        size += length(column);
      }
    }
    masks = new int[size];
    masks[Forest.BIN_OF_LEAF] = -1;
    entering = new int[longest];
  }

  /** One for each number of thresholds that a row may lie above, and one before them. */
  private int length(int column) {
    return forest.thresholds[column % forest.featureCount()].length + 2;
  }

  /** The rows that go left at a node, of all of them. */
  int goingLeft(long node) {
    return masks[starts[Forest.column(node)] + Forest.bin(node)];
  }

  /**
   * Takes up rows.
   *
   * @param all one bit for each
   */
  void take(float[] rows, int offset, int count, int all) {
    int alike = leadingAlike(rows, offset, count);
    for (int feature = 0; feature < forest.featureCount(); feature++) {
      if (forest.thresholds[feature].length > 0) {
        if (feature < alike || isShared(rows, offset + feature, count)) {
          takeShared(rows[offset + feature], feature, all);
        } else {
          takeEach(rows, offset + feature, count, feature);
        }
      }
    }
  }

  /** How many features from the first on are the same in all rows, seen at a glance. */
  private int leadingAlike(float[] rows, int offset, int count) {
    int features = forest.featureCount();
    int alike = features;
    for (int row = 1, at = offset + features; row < count && alike > 0; row++, at += features) {
      int differs = Arrays.mismatch(rows, offset, offset + alike, rows, at, at + alike);
      alike = differs < 0 ? alike : differs;
    }
    return alike;
  }

  private boolean isShared(float[] rows, int firstAt, int count) {
    int bits = Float.floatToRawIntBits(rows[firstAt]);
    int features = forest.featureCount();
    for (int at = firstAt + features; --count > 0; at += features) {
      if (Float.floatToRawIntBits(rows[at]) != bits) {
        return false;
      }
    }
    return true;
  }

  private void takeShared(float value, int feature, int all) {
    int missingRight = feature + forest.featureCount();
    if (Float.isNaN(value)) {
      leftFrom(0, feature, all);
      leftFrom(length(feature), missingRight, all);
    } else {
      int firstBelow = Forest.rank(forest.thresholds[feature], value) + 1;
      leftFrom(firstBelow, feature, all);
      leftFrom(firstBelow, missingRight, all);
    }
  }

  /** All rows go left from a bin on. */
  private void leftFrom(int bin, int column, int all) {
    int start = starts[column];
    if (start >= 0) {
      Arrays.fill(masks, start, start + bin, 0);
      Arrays.fill(masks, start + bin, start + length(column), all);
    }
  }

  private void takeEach(float[] rows, int firstAt, int count, int feature) {
    float[] thresholds = forest.thresholds[feature];
    int features = forest.featureCount();
    Arrays.fill(entering, 0, length(feature), 0);
    int missing = 0;
    for (int row = 0, at = firstAt; row < count; row++, at += features) {
      float value = rows[at];
      if (Float.isNaN(value)) {
        missing |= 1 << row;
      } else {
        boolean again = row >= WEEK && value == rows[at - WEEK * features];
        int rank = again ? ranks[row - WEEK] : Forest.rank(thresholds, value);
        ranks[row] = rank;
        entering[rank + 1] |= 1 << row;
      }
    }
    accumulate(missing, feature);
    accumulate(0, feature + features);
  }

  private void accumulate(int always, int column) {
    int start = starts[column];
    if (start >= 0) {
      int soFar = always;
      for (int bin = 0; bin < length(column); bin++) {
        soFar |= entering[bin];
        masks[start + bin] = soFar;
      }
    }
  }
}
