package io.shelfcast.model;

import java.util.Arrays;

/**
 * Walks up to 32 rows through a forest together.
 *
 * <p>The rows of one forecast are nearly alike: most features describe the origin, few the day
 * ahead. So all rows go down a tree as one group, the bits of an int, and part only at a split on a
 * feature that differs between them. This visits some 15 nodes of a tree instead of 31 times its
 * depth.
 */
final class SharedWalk {
  /*
   * No step depends on a branch, since whether a group parts cannot be guessed: each group of a
   * level writes both of its parts to the next level, and an empty one is written over by what comes
   * next. Several trees go down at once, so that their memory waits overlap. The groups of a tree
   * stay together and in the order of the trees, which is the order of summation.
   */
  static final int MOST_ROWS = RowMasks.MOST_ROWS;
  private static final int TREES_AT_ONCE = 16;
  private static final long ROWS = 0xffff_ffffL;
  private static final long RIGHT_CHILD = 1L << 32;

  private final Forest forest;
  private final RowMasks masks;
  private final float[] sums = new float[MOST_ROWS];

  /** A node in the upper half, the rows that are there in the lower. */
  private long[] groups = new long[TREES_AT_ONCE * MOST_ROWS + 1];

  private long[] nextGroups = new long[TREES_AT_ONCE * MOST_ROWS + 1];

  SharedWalk(Forest forest) {
    this.forest = forest;
    this.masks = new RowMasks(forest);
  }

  void margins(float[] rows, int offset, int count, float[] out, int outOffset) {
    int all = -1 >>> (MOST_ROWS - count);
    masks.take(rows, offset, count, all);
    Arrays.fill(sums, forest.base);
    for (int tree = 0; tree < forest.roots.length; tree += TREES_AT_ONCE) {
      int trees = Math.min(TREES_AT_ONCE, forest.roots.length - tree);
      addLeaves(walk(tree, trees, all), all);
    }
    System.arraycopy(sums, 0, out, outOffset, count);
  }

  /** Leaves in {@link #groups} who ends at which leaf; returns how many groups there are. */
  private int walk(int firstTree, int trees, int all) {
    int deepest = 0;
    for (int i = 0; i < trees; i++) {
      groups[i] = (long) forest.roots[firstTree + i] << 32 | all & ROWS;
      deepest = Math.max(deepest, forest.depths[firstTree + i]);
    }
    int count = trees;
    for (int depth = 0; depth < deepest; depth++) {
      count = descend(groups, count, nextGroups);
      long[] done = groups;
      groups = nextGroups;
      nextGroups = done;
    }
    return count;
  }

  private int descend(long[] from, int count, long[] to) {
    long[] nodes = forest.nodes;
    int next = 0;
    for (int i = 0; i < count; i++) {
      long node = nodes[(int) (from[i] >>> 32)];
      int rows = (int) from[i];
      int left = rows & masks.goingLeft(node);
      int right = rows ^ left;
      long child = node & ~ROWS;
      to[next] = child | left & ROWS;
      next += isAny(left);
      to[next] = child + RIGHT_CHILD | right & ROWS;
      next += isAny(right);
    }
    return next;
  }

  private static int isAny(int rows) {
    return (rows | -rows) >>> 31;
  }

  private void addLeaves(int count, int all) {
    for (int i = 0; i < count; i++) {
      int rows = (int) groups[i];
      float leaf = forest.leaves[(int) (groups[i] >>> 32)];
      if (rows == all) {
        addToAll(leaf);
      } else {
        for (int left = rows; left != 0; left &= left - 1) {
          sums[Integer.numberOfTrailingZeros(left)] += leaf;
        }
      }
    }
  }

  /** Those beyond the last row are never read, and a loop of fixed length is fast. */
  private void addToAll(float leaf) {
    for (int row = 0; row < MOST_ROWS; row++) {
      sums[row] += leaf;
    }
  }
}
