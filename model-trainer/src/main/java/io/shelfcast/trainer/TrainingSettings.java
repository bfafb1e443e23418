package io.shelfcast.trainer;

import io.shelfcast.feature.Feature;
import io.shelfcast.feature.FeatureSchema;
import java.util.Set;

/**
 * What a training may use and how it chooses; with the same data and settings it ends in the same
 * trees.
 *
 * @param threads workers for rows and trees
 * @param mostRows rows to learn from at most
 * @param mostJudged forecasts to judge at most
 * @param seed of everything that is drawn
 * @param force publish whatever the scores say
 * @param without features that the model must do without, to see what they are worth
 */
public record TrainingSettings(
    int threads, int mostRows, int mostJudged, int seed, boolean force, Set<Feature> without) {
  /** Rows beyond which more teach little. */
  static final int MOST_ROWS = 3_000_000;

  private static final int MOST_JUDGED = 24_000;
  private static final double HEAP_FOR_ROWS = 0.4;

  public TrainingSettings {
    without = Set.copyOf(without);
  }

  /** With all features. */
  public TrainingSettings(int threads, int mostRows, int mostJudged, int seed, boolean force) {
    this(threads, mostRows, mostJudged, seed, force, Set.of());
  }

  /** The same, but some features hidden. */
  TrainingSettings without(Set<Feature> hidden) {
    return new TrainingSettings(threads, mostRows, mostJudged, seed, force, hidden);
  }

  /** As much as this process can bear: all cores, and rows that fit the heap, if asked for. */
  public static TrainingSettings here(int mostRows, int seed, boolean force) {
    double bytesARow = 4.0 * FeatureSchema.count() + 12;
    double fitting = Runtime.getRuntime().maxMemory() * HEAP_FOR_ROWS / bytesARow;
    return new TrainingSettings(
        Runtime.getRuntime().availableProcessors(),
        (int) Math.min(mostRows, fitting),
        MOST_JUDGED,
        seed,
        force);
  }
}
