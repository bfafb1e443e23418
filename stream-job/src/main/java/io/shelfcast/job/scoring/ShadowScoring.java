package io.shelfcast.job.scoring;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.JobMetric;
import io.shelfcast.target.ForestWatcher;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Asks the shadow model for what the forest has just scored, and keeps count of how far the two are
 * apart. Whatever becomes of it, no target ever knows.
 *
 * @see ShadowModel for which store-products
 */
public final class ShadowScoring implements ForestWatcher, AutoCloseable {
  private final ShadowModel model;
  private final ScoringQueue queue;
  private long scored;
  private long failed;
  private double inUse;
  private double apart;

  /** One run of the forest. */
  private final class Run implements ScoringQueue.Run {
    private final float[] rows;
    private final float[] scores;

    Run(float[] rows, float[] scores) {
      this.rows = rows;
      this.scores = scores;
    }

    @Override
    public float[] rows() {
      return rows;
    }

    @Override
    public void scored(float[] answer) {
      compare(scores, answer);
    }

    @Override
    public void failed() {
      fail();
    }
  }

  private ShadowScoring(ShadowModel model) {
    this.model = model;
    this.queue = new ScoringQueue("shadow-scoring", model.open());
  }

  /** Begins, and shows what comes of it as metrics. */
  public static ShadowScoring start(ShadowModel model, MetricGroup metrics) {
    ShadowScoring shadow = new ShadowScoring(model);
    metrics.gauge(JobMetric.SHADOW_SCORED.json(), (Gauge<Long>) shadow::scored);
    metrics.gauge(JobMetric.SHADOW_FAILED.json(), (Gauge<Long>) shadow::failed);
    metrics.gauge(JobMetric.SHADOW_DIFFERENCE.json(), (Gauge<Double>) shadow::difference);
    return shadow;
  }

  @Override
  public void ran(StoreProductKey key, float[] rows, float[] scores) {
    if (model.covers(key) && !queue.offer(new Run(rows, scores.clone()))) {
      fail();
    }
  }

  private synchronized void compare(float[] scores, float[] answer) {
    for (int row = 0; row < scores.length; row++) {
      inUse += Math.max(0, scores[row]);
      apart += Math.abs(Math.max(0, scores[row]) - Math.max(0, answer[row]));
    }
    scored++;
  }

  private synchronized void fail() {
    failed++;
  }

  /** Forecasts that both models made, since the start. */
  public synchronized long scored() {
    return scored;
  }

  /** Forecasts that the shadow model did not make: too late, at fault or too busy. */
  public synchronized long failed() {
    return failed;
  }

  /** How far its forecasts are from those in use, as a share of these. */
  public synchronized double difference() {
    return inUse == 0 ? 0 : apart / inUse;
  }

  @Override
  public void close() {
    queue.close();
  }
}
