package io.shelfcast.model;

/** Walks one row through a forest, eight trees at a time, so that memory waits overlap. */
final class SingleWalk {
  private final Forest forest;
  private final int[] ranks;

  SingleWalk(Forest forest) {
    this.forest = forest;
    this.ranks = new int[2 * forest.featureCount()];
  }

  float margin(float[] rows, int offset) {
    rank(rows, offset);
    float[] leaves = forest.leaves;
    int[] roots = forest.roots;
    float sum = forest.base;
    int tree = 0;
    for (; tree + 8 <= roots.length; tree += 8) {
      int a = roots[tree];
      int b = roots[tree + 1];
      int c = roots[tree + 2];
      int d = roots[tree + 3];
      int e = roots[tree + 4];
      int f = roots[tree + 5];
      int g = roots[tree + 6];
      int h = roots[tree + 7];
      for (int depth = deepestOfEight(tree); depth > 0; depth--) {
        a = next(a);
        b = next(b);
        c = next(c);
        d = next(d);
        e = next(e);
        f = next(f);
        g = next(g);
        h = next(h);
      }
      sum = sum + leaves[a] + leaves[b] + leaves[c] + leaves[d];
      sum = sum + leaves[e] + leaves[f] + leaves[g] + leaves[h];
    }
    for (; tree < roots.length; tree++) {
      int at = roots[tree];
      for (int depth = forest.depths[tree]; depth > 0; depth--) {
        at = next(at);
      }
      sum += leaves[at];
    }
    return sum;
  }

  private void rank(float[] rows, int offset) {
    int features = forest.featureCount();
    for (int feature = 0; feature < features; feature++) {
      float value = rows[offset + feature];
      if (Float.isNaN(value)) {
        ranks[feature] = Forest.RANK_OF_MISSING_LEFT;
        ranks[feature + features] = Forest.RANK_OF_MISSING_RIGHT;
      } else {
        int rank = Forest.rank(forest.thresholds[feature], value);
        ranks[feature] = rank;
        ranks[feature + features] = rank;
      }
    }
  }

  /** The child that the row goes to; a leaf stays where it is. */
  private int next(int at) {
    long node = forest.nodes[at];
    return Forest.child(node, ranks[Forest.column(node)]);
  }

  private int deepestOfEight(int firstTree) {
    int deepest = 0;
    for (int tree = firstTree; tree < firstTree + 8; tree++) {
      deepest = Math.max(deepest, forest.depths[tree]);
    }
    return deepest;
  }
}
