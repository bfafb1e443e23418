package io.shelfcast.trainer.boost;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The rows a model learns from, kept in chunks so that growing never copies them.
 *
 * <p>One row costs 4 bytes a feature and 12 more. Not safe for several threads: each worker fills
 * its own and they are joined in a fixed order, which keeps training repeatable.
 */
public final class TrainingRows implements Serializable {
  private static final int CHUNK_ROWS = 1 << 13;

  private final int features;
  private final List<Chunk> chunks = new ArrayList<>();
  private int size;

  private static final class Chunk implements Serializable {
    final float[] values;
    final float[] labels = new float[CHUNK_ROWS];
    final float[] weights = new float[CHUNK_ROWS];
    final int[] knownFrom = new int[CHUNK_ROWS];
    int rows;

    Chunk(int features) {
      values = new float[CHUNK_ROWS * features];
    }
  }

  public TrainingRows(int features) {
    this.features = features;
  }

  /**
   * Adds one row.
   *
   * @param values holds the features from {@code offset} on; NaN is missing
   * @param label demand over level
   * @param weight not negative
   * @param knownFrom the epoch day whose close made the label known: a model trained through an
   *     earlier day must not see the row
   */
  public void add(float[] values, int offset, float label, float weight, int knownFrom) {
    if (chunks.isEmpty() || last().rows == CHUNK_ROWS) {
      chunks.add(new Chunk(features));
    }
    Chunk chunk = last();
    System.arraycopy(values, offset, chunk.values, chunk.rows * features, features);
    chunk.labels[chunk.rows] = label;
    chunk.weights[chunk.rows] = weight;
    chunk.knownFrom[chunk.rows++] = knownFrom;
    size++;
  }

  /** Takes over the rows of another store, which must not be used afterwards. */
  public void join(TrainingRows other) {
    if (other.features != features) {
      throw new IllegalArgumentException("rows of " + other.features + " and of " + features);
    }
    chunks.addAll(other.chunks);
    size += other.size;
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Number of features in a row. */
  public int features() {
    return features;
  }

  /** How many rows have a day that passes. */
  public int count(IntPredicate day) {
    int n = 0;
    for (Cursor at = rows(day); at.next(); ) {
      n++;
    }
    return n;
  }

  /** Days from the first to the last on which labels of the rows that pass became known. */
  public int days(IntPredicate day) {
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (Cursor at = rows(day); at.next(); ) {
      first = Math.min(first, at.knownFrom());
      last = Math.max(last, at.knownFrom());
    }
    return last < first ? 0 : last - first + 1;
  }

  /** The rows whose day passes, in the order they were added. */
  public Cursor rows(IntPredicate day) {
    return new Cursor(day);
  }

  private Chunk last() {
    return chunks.get(chunks.size() - 1);
  }

  /** Stands on one row after another. */
  public final class Cursor {
    private final IntPredicate day;
    private int chunk;
    private int row = -1;

    private Cursor(IntPredicate day) {
      this.day = day;
    }

    /** Steps to the next row that passes; false when there is none. */
    public boolean next() {
      while (chunk < chunks.size()) {
        Chunk current = chunks.get(chunk);
        while (++row < current.rows) {
          if (day.test(current.knownFrom[row])) {
            return true;
          }
        }
        chunk++;
        row = -1;
      }
      return false;
    }

    /** A copy of the row's features. */
    public float[] values() {
      float[] values = chunks.get(chunk).values;
      return Arrays.copyOfRange(values, row * features, (row + 1) * features);
    }

    int knownFrom() {
      return chunks.get(chunk).knownFrom[row];
    }

    public float label() {
      return chunks.get(chunk).labels[row];
    }

    public float weight() {
      return chunks.get(chunk).weights[row];
    }
  }
}
