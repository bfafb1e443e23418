package io.shelfcast.trainer.series;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.io.Serializable;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Work on every series by several workers, whose results are joined in the order of the parts, so
 * that the outcome depends neither on who was faster nor on who the workers are.
 */
public interface SeriesWork {
  /** Work on one part. */
  @FunctionalInterface
  interface PartWork<T> {
    void on(Series series, T into);
  }

  /**
   * Makes what a worker needs of its own. What it holds is serializable where workers may be other
   * processes.
   */
  @FunctionalInterface
  interface Maker<T> extends Supplier<T>, Serializable {}

  /**
   * Does the work.
   *
   * @param name of the work, for the progress line
   * @param fresh makes an empty result
   * @param work makes the work on one part
   * @param join adds the second result to the first
   * @throws TrainingFailed if the thread is interrupted
   */
  <T> T each(String name, Maker<T> fresh, Maker<PartWork<T>> work, BiConsumer<T, T> join);
}
