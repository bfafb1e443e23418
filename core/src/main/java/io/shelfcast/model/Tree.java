package io.shelfcast.model;

import java.util.stream.IntStream;

/**
 * One regression tree as xgboost stores it, arrays indexed by node with the root at 0, together
 * with a breadth-first order of the nodes that the root reaches. Sound once it exists.
 */
final class Tree {
  private static final int NONE = -1;

  private final int number;
  private final int[] left;
  private final int[] right;
  private final int[] feature;
  private final int[] defaultLeft;
  private final float[] value;
  private final int[] order;
  private int reached = 1;
  private int depth;

  /**
   * @param number place of the tree in its forest, for the sentence of a refusal
   * @param featureCount of the whole model
   */
  Tree(int number, UbjObject tree, int featureCount) throws RefusedBundle {
    this.number = number;
    this.left = tree.wholes("left_children");
    this.right = tree.wholes("right_children");
    this.feature = tree.wholes("split_indices");
    this.defaultLeft = tree.wholes("default_left");
    this.value = tree.floats("split_conditions");
    this.order = new int[left.length];
    checkKind(tree, featureCount);
    checkLengths(tree.object("tree_param").count("num_nodes"));
    walk(featureCount);
  }

  private void checkKind(UbjObject tree, int featureCount) throws RefusedBundle {
    if (tree.object("tree_param").count("size_leaf_vector") != 1) {
      throw refused("has leaves of several values");
    }
    if (tree.object("tree_param").count("num_feature") != featureCount) {
      throw refused("was grown on another number of features than the model");
    }
    if (tree.wholes("categories_nodes").length > 0
        || IntStream.of(tree.wholes("split_type")).anyMatch(type -> type != 0)) {
      throw refused("has categorical splits");
    }
  }

  private void checkLengths(int nodes) throws RefusedBundle {
    boolean equal = nodes > 0 && left.length == nodes && right.length == nodes;
    equal &= feature.length == nodes && defaultLeft.length == nodes && value.length == nodes;
    if (!equal) {
      throw refused("has arrays of unequal length");
    }
  }

  /** Visits each node once; children stand next to each other in the order. */
  private void walk(int featureCount) throws RefusedBundle {
    boolean[] seen = new boolean[left.length];
    seen[0] = true;
    int endOfLevel = 1;
    for (int i = 0; i < reached; i++) {
      if (i == endOfLevel) {
        depth++;
        endOfLevel = reached;
      }
      checkNode(order[i], featureCount);
      if (!isLeaf(order[i])) {
        visit(left[order[i]], seen);
        visit(right[order[i]], seen);
      }
    }
  }

  private void checkNode(int node, int featureCount) throws RefusedBundle {
    if ((left[node] == NONE) != (right[node] == NONE)) {
      throw refused("has a node with a single child");
    }
    if (!isLeaf(node) && (feature[node] < 0 || feature[node] >= featureCount)) {
      throw refused("splits on a feature that the model does not have");
    }
    if (isLeaf(node) ? !Float.isFinite(value[node]) : Float.isNaN(value[node])) {
      throw refused("has a leaf or a threshold that is not a number");
    }
  }

  private void visit(int child, boolean[] seen) throws RefusedBundle {
    if (child < 0 || child >= seen.length || seen[child]) {
      throw refused("has a link that leads nowhere or in a circle");
    }
    seen[child] = true;
    order[reached++] = child;
  }

  private RefusedBundle refused(String what) {
    return new RefusedBundle("Tree " + number + " of the model " + what + ".");
  }

  /** Nodes in breadth-first order; the children of a split follow each other. */
  int size() {
    return reached;
  }

  /** Steps from the root to the deepest leaf. */
  int depth() {
    return depth;
  }

  int node(int place) {
    return order[place];
  }

  boolean isLeaf(int node) {
    return left[node] == NONE;
  }

  int feature(int node) {
    return feature[node];
  }

  boolean missingGoesLeft(int node) {
    return defaultLeft[node] != 0;
  }

  /** The value of a leaf; of a split the threshold, below which a row goes left. */
  float value(int node) {
    return value[node];
  }
}
