package io.shelfcast.job.scoring;

import io.shelfcast.feature.FeatureSchema;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A remote model that gives every row the same score; NaN stands for none at all. */
public final class FakeScorer implements RemoteScorer {
  public static volatile float answer = 1f;

  /** Counted down before an answer is given. */
  public static volatile CountDownLatch gate = new CountDownLatch(0);

  /** What was asked last. */
  public static volatile float[] asked;

  private static final AtomicInteger CALLS = new AtomicInteger();

  public FakeScorer() {
    CALLS.set(0);
  }

  @Override
  public float[] score(float[] rows) throws IOException {
    asked = rows;
    CALLS.incrementAndGet();
    try {
      gate.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Float.isNaN(answer)) {
      throw new IOException("no answer");
    }
    float[] scores = new float[rows.length / FeatureSchema.count()];
    Arrays.fill(scores, answer);
    return scores;
  }

  public static int calls() {
    return CALLS.get();
  }

  @Override
  public void close() {
    // nothing is open
  }
}
