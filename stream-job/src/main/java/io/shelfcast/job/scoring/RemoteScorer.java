package io.shelfcast.job.scoring;

import java.io.IOException;
import java.io.Serializable;

/** A model somewhere else that takes rows of features. Belongs to one thread. */
public interface RemoteScorer extends AutoCloseable {
  /** Opens it on each worker. */
  interface Opener extends Serializable {
    RemoteScorer open();
  }

  /**
   * One score a row, demand over level.
   *
   * @param rows row by row, NaN where missing
   * @throws IOException if there is no answer in time, or a bad one
   */
  float[] score(float[] rows) throws IOException;

  @Override
  void close();
}
