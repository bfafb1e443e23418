package io.shelfcast.job.scoring;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.JobMetric;
import io.shelfcast.target.ForestWatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the shadow model for what the forest has just scored, and keeps count of how far the two are
 * apart. Whatever becomes of it, no target ever knows: runs are handed to a thread of its own,
 * which asks for many at once, and those it cannot keep up with are let go.
 *
 * @see ShadowModel for which store-products
 */
public final class ShadowScoring implements ForestWatcher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowScoring.class);

  /** About 1 MB of text, of the 6 MB that an endpoint takes. */
  private static final int MOST_AT_ONCE = 64;

  private static final int MOST_WAITING = 1_000;

  private final ShadowModel model;
  private final RemoteScorer remote;
  private final BlockingQueue<Run> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::work, "shadow-scoring");
  private boolean complained;
  private long scored;
  private long failed;
  private double inUse;
  private double apart;

  /** One run of the forest. */
  private static final class Run {
    final float[] rows;
    final float[] scores;

    Run(float[] rows, float[] scores) {
      this.rows = rows;
      this.scores = scores;
    }
  }

  private ShadowScoring(ShadowModel model) {
    this.model = model;
    this.remote = model.open();
    thread.setDaemon(true);
  }

  /** Begins, and shows what comes of it as metrics. */
  public static ShadowScoring start(ShadowModel model, MetricGroup metrics) {
    ShadowScoring shadow = new ShadowScoring(model);
    metrics.gauge(JobMetric.SHADOW_SCORED.json(), (Gauge<Long>) shadow::scored);
    metrics.gauge(JobMetric.SHADOW_FAILED.json(), (Gauge<Long>) shadow::failed);
    metrics.gauge(JobMetric.SHADOW_DIFFERENCE.json(), (Gauge<Double>) shadow::difference);
    shadow.thread.start();
    return shadow;
  }

  @Override
  public void ran(StoreProductKey key, float[] rows, float[] scores) {
    if (model.covers(key) && !waiting.offer(new Run(rows, scores.clone()))) {
      fail(1);
    }
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<Run> runs = new ArrayList<>(List.of(waiting.take()));
        waiting.drainTo(runs, MOST_AT_ONCE - 1);
        ask(runs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(List<Run> runs) {
    float[] rows = new float[runs.stream().mapToInt(run -> run.rows.length).sum()];
    int at = 0;
    for (Run run : runs) {
      System.arraycopy(run.rows, 0, rows, at, run.rows.length);
      at += run.rows.length;
    }
    try {
      compare(runs, remote.score(rows));
    } catch (IOException e) {
      fail(runs.size());
      if (!complained) {
        complained = true;
        LOG.warn("The shadow model does not answer: {}", e.getMessage());
      }
    }
  }

  private synchronized void compare(List<Run> runs, float[] answers) {
    int at = 0;
    for (Run run : runs) {
      for (float score : run.scores) {
        inUse += Math.max(0, score);
        apart += Math.abs(Math.max(0, score) - Math.max(0, answers[at++]));
      }
    }
    scored += runs.size();
  }

  private synchronized void fail(int runs) {
    failed += runs;
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
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    remote.close();
  }
}
