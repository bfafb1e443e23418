package io.shelfcast.model;

import java.util.Arrays;
import java.util.List;

/** Lays checked trees out as a {@link Forest}. */
final class ForestBuilder {
  private final List<Tree> trees;
  private final float[][] thresholds;

  ForestBuilder(int featureCount, List<Tree> trees) throws RefusedBundle {
    this.trees = trees;
    this.thresholds = thresholds(featureCount);
    for (int feature = 0; feature < featureCount; feature++) {
      if (thresholds[feature].length > Forest.MOST_THRESHOLDS) {
        throw new RefusedBundle(
            String.format(
                "The model has %d thresholds for feature %d; up to %d are possible.",
                thresholds[feature].length, feature, Forest.MOST_THRESHOLDS));
      }
    }
  }

  /** The distinct thresholds of each feature, ascending. */
  private float[][] thresholds(int featureCount) {
    float[][] found = new float[featureCount][0];
    int[] counts = new int[featureCount];
    for (Tree tree : trees) {
      for (int place = 0; place < tree.size(); place++) {
        int node = tree.node(place);
        if (!tree.isLeaf(node)) {
          int feature = tree.feature(node);
          if (counts[feature] == found[feature].length) {
            found[feature] = Arrays.copyOf(found[feature], 2 * counts[feature] + 8);
          }
          found[feature][counts[feature]++] = positiveZero(tree.value(node));
        }
      }
    }
    for (int feature = 0; feature < featureCount; feature++) {
      found[feature] = distinct(Arrays.copyOf(found[feature], counts[feature]));
    }
    return found;
  }

  private static float[] distinct(float[] values) {
    Arrays.sort(values);
    int kept = 0;
    for (float value : values) {
      if (kept == 0 || value != values[kept - 1]) {
        values[kept++] = value;
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /** -0.0 and 0.0 are one threshold, though sorting and searching tell them apart. */
  private static float positiveZero(float value) {
    return value + 0.0f;
  }

  Forest build(String objective, Link link, float base) {
    int[] roots = new int[trees.size()];
    int[] depths = new int[trees.size()];
    int size = trees.stream().mapToInt(Tree::size).sum();
    long[] nodes = new long[size];
    float[] leaves = new float[size];
    int at = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = at;
      depths[i] = trees.get(i).depth();
      lay(trees.get(i), at, nodes, leaves);
      at += trees.get(i).size();
    }
    return new Forest(objective, link, base, thresholds, nodes, leaves, roots, depths);
  }

  private void lay(Tree tree, int root, long[] nodes, float[] leaves) {
    int nextChild = root + 1;
    for (int place = 0; place < tree.size(); place++) {
      int node = tree.node(place);
      if (tree.isLeaf(node)) {
        nodes[root + place] = Forest.leaf(root + place);
        leaves[root + place] = tree.value(node);
      } else {
        int feature = tree.feature(node);
        float threshold = positiveZero(tree.value(node));
        int bin = Arrays.binarySearch(thresholds[feature], threshold) + 1;
        int column = tree.missingGoesLeft(node) ? feature : feature + thresholds.length;
        nodes[root + place] = Forest.split(nextChild, bin, column);
        nextChild += 2;
      }
    }
  }
}
