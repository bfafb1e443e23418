package io.shelfcast.model;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A trained xgboost model as plain arrays, built to be walked fast; immutable and shared by
 * threads, each of which scores through a {@link Scorer} of its own.
 *
 * <p>Its margins equal xgboost's to the last bit.
 */
public final class Forest implements Serializable {
  private static final long serialVersionUID = 1;

  /*
   * A node is one long: where its left child is (32 bits; the right one is next to it), the bin (16)
   * and the column (16). A row is ranked once against the sorted thresholds of each feature; it goes
   * left when its rank in the column is below the node's bin. A feature has two columns, for splits
   * that send a missing value left and for those that send it right, so that a missing value is only
   * another rank. A leaf is its own left child and its bin above all ranks: walking on stays there.
   */
  static final int MOST_FEATURES = 1 << 15;
  static final int MOST_THRESHOLDS = 0xfffd;
  static final int RANK_OF_MISSING_LEFT = 0;
  static final int RANK_OF_MISSING_RIGHT = 0xfffe;
  static final int BIN_OF_LEAF = 0xffff;

  private final String objective;
  final Link link;
  final float base;
  final float[][] thresholds;
  final long[] nodes;
  final float[] leaves;
  final int[] roots;
  final int[] depths;

  Forest(
      String objective,
      Link link,
      float base,
      float[][] thresholds,
      long[] nodes,
      float[] leaves,
      int[] roots,
      int[] depths) {
    this.objective = objective;
    this.link = link;
    this.base = base;
    this.thresholds = thresholds;
    this.nodes = nodes;
    this.leaves = leaves;
    this.roots = roots;
    this.depths = depths;
  }

  /**
   * Reads a gbtree model that xgboost 3.0 saved as UBJ.
   *
   * @throws RefusedBundle when the bytes are damaged or the model is of a kind not known here
   */
  public static Forest read(byte[] ubj) throws RefusedBundle {
    return ForestReader.read(ubj);
  }

  /** Numbers in a row. */
  public int featureCount() {
    return thresholds.length;
  }

  public int treeCount() {
    return roots.length;
  }

  /** Memory that its arrays take, in bytes. */
  public long bytes() {
    long cuts = Arrays.stream(thresholds).mapToLong(of -> of.length).sum();
    long wholes = roots.length + (long) depths.length;
    return Long.BYTES * (long) nodes.length + Float.BYTES * (leaves.length + cuts + wholes);
  }

  /** As xgboost names it. */
  public String objective() {
    return objective;
  }

  /** Working space for one thread. */
  public Scorer scorer() {
    return new Scorer(this);
  }

  static long split(int leftChild, int bin, int column) {
    return (long) leftChild << 32 | (long) bin << 16 | column;
  }

  static long leaf(int itself) {
    return split(itself, BIN_OF_LEAF, 0);
  }

  /** Where a row of this rank goes on, without a branch: left when the rank is below the bin. */
  static int child(long node, int rank) {
    return leftChild(node) + 1 + ((rank - bin(node)) >> 31);
  }

  static int leftChild(long node) {
    return (int) (node >>> 32);
  }

  static int bin(long node) {
    return (int) node >>> 16;
  }

  static int column(long node) {
    return (int) node & 0xffff;
  }

  /**
   * How many of the ascending thresholds are not above the value, which is not NaN. Halves what is
   * left however the comparison ends, for a branch would be guessed wrong every other time.
   */
  static int rank(float[] thresholds, float value) {
    int low = 0;
    for (int left = thresholds.length; left > 0; ) {
      int half = (left + 1) >>> 1;
      low += thresholds[low + half - 1] <= value ? half : 0;
      left -= half;
    }
    return low;
  }
}
