package io.shelfcast.model;

import java.util.Arrays;

/**
 * Walks up to 32 rows through a forest together.
 *
 * <p>The rows of one forecast are nearly alike: most features describe the origin, few the day
 * ahead. So all rows go down a tree as the bits of an int and part only at a split on a feature
 * that differs between them; the part that goes right waits on a stack. This visits some 10 nodes
 * of a tree instead of 31 times its depth.
 */
final class SharedWalk {
  static final int MOST_ROWS = Integer.SIZE;
  private static final int DIFFERS = -1;

  private final Forest forest;

  /** By column: the rank that all rows share, or DIFFERS. */
  private final int[] ranks;

  /** By column that differs, then by bin: the rows whose rank is below it. */
  private final int[][] below;

  private final int[] waitingNode;
  private final int[] waitingRows;

  SharedWalk(Forest forest) {
    this.forest = forest;
    int features = forest.featureCount();
    this.ranks = new int[2 * features];
    this.below = new int[2 * features][];
    for (int column = 0; column < below.length; column++) {
      below[column] = new int[forest.thresholds[column % features].length + 2];
    }
    int deepest = Arrays.stream(forest.depths).max().orElse(0);
    this.waitingNode = new int[deepest];
    this.waitingRows = new int[deepest];
  }

  void margins(float[] rows, int offset, int count, float[] out, int outOffset) {
    for (int feature = 0; feature < forest.featureCount(); feature++) {
      if (isShared(rows, offset + feature, count)) {
        rankOnce(rows[offset + feature], feature);
      } else {
        rankEach(rows, offset + feature, count, feature);
      }
    }
    Arrays.fill(out, outOffset, outOffset + count, forest.base);
    int all = -1 >>> (MOST_ROWS - count);
    for (int root : forest.roots) {
      walk(root, all, out, outOffset);
    }
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

  private void rankOnce(float value, int feature) {
    int missingRight = feature + forest.featureCount();
    if (Float.isNaN(value)) {
      ranks[feature] = Forest.RANK_OF_MISSING_LEFT;
      ranks[missingRight] = Forest.RANK_OF_MISSING_RIGHT;
    } else {
      int rank = Forest.rank(forest.thresholds[feature], value);
      ranks[feature] = rank;
      ranks[missingRight] = rank;
    }
  }

  private void rankEach(float[] rows, int firstAt, int count, int feature) {
    int features = forest.featureCount();
    ranks[feature] = DIFFERS;
    ranks[feature + features] = DIFFERS;
    int[] missingLeft = below[feature];
    int[] missingRight = below[feature + features];
    Arrays.fill(missingRight, 0);
    int missing = 0;
    for (int row = 0, at = firstAt; row < count; row++, at += features) {
      if (Float.isNaN(rows[at])) {
        missing |= 1 << row;
      } else {
        missingRight[Forest.rank(forest.thresholds[feature], rows[at]) + 1] |= 1 << row;
      }
    }
    int soFar = 0;
    for (int bin = 0; bin < missingRight.length; bin++) {
      soFar |= missingRight[bin];
      missingRight[bin] = soFar;
      missingLeft[bin] = soFar | missing;
    }
  }

  private void walk(int root, int allRows, float[] out, int outOffset) {
    int at = root;
    int rows = allRows;
    int waiting = 0;
    while (true) {
      long node = forest.nodes[at];
      while (!Forest.isLeaf(node, at)) {
        int column = Forest.column(node);
        int rank = ranks[column];
        if (rank == DIFFERS) {
          int left = Forest.leftChild(node);
          int goLeft = rows & below[column][Forest.bin(node)];
          if (goLeft != 0 && goLeft != rows) {
            waitingNode[waiting] = left + 1;
            waitingRows[waiting++] = rows ^ goLeft;
            rows = goLeft;
          }
          at = goLeft != 0 ? left : left + 1;
        } else {
          at = Forest.child(node, rank);
        }
        node = forest.nodes[at];
      }
      add(forest.leaves[at], rows, out, outOffset);
      if (waiting == 0) {
        return;
      }
      at = waitingNode[--waiting];
      rows = waitingRows[waiting];
    }
  }

  private static void add(float leaf, int rows, float[] out, int outOffset) {
    for (int left = rows; left != 0; left &= left - 1) {
      out[outOffset + Integer.numberOfTrailingZeros(left)] += leaf;
    }
  }
}
