package io.shelfcast.job.scoring;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.target.ForecastOrigin;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The forecasts that one subtask has asked a model elsewhere for, one of a store-product at most.
 * Each is used or forgotten in the end, and counted as such. In memory only: a restart forgets
 * them. Belongs to the subtask's thread.
 */
public final class RemoteForecasts implements AutoCloseable {
  private final ScoringQueue queue;
  private final long deadlineMillis;
  private final Map<StoreProductKey, Asked> asked = new HashMap<>();

  /** A forecast asked for. */
  public static final class Asked implements ScoringQueue.Run {
    private final ForecastOrigin origin;
    private final long deadline;
    private volatile float[] scores;
    private volatile boolean failed;

    private Asked(ForecastOrigin origin, long deadline) {
      this.origin = origin;
      this.deadline = deadline;
    }

    /** What was asked. */
    public ForecastOrigin origin() {
      return origin;
    }

    /** The answer; null if there is none, or none yet. */
    public float[] scores() {
      return scores;
    }

    @Override
    public float[] rows() {
      return origin.rows();
    }

    @Override
    public void scored(float[] answer) {
      scores = answer;
    }

    @Override
    public void failed() {
      failed = true;
    }

    /** Whether the answer may still come in time. */
    public boolean isAwaited(long now) {
      return scores == null && !failed && now < deadline;
    }
  }

  /**
   * @param deadline after which an answer comes too late
   */
  public RemoteForecasts(RemoteScorer.Opener model, Duration deadline) {
    this.queue = new ScoringQueue("remote-scoring", model.open());
    this.deadlineMillis = deadline.toMillis();
  }

  /**
   * By when readers of a store-product must be told, by the wall clock: who waits already waits no
   * longer for asking again, or days that follow each other closely would put it off for ever.
   */
  public long deadline(StoreProductKey key, long now) {
    Asked before = asked.get(key);
    return before == null || before.scores != null ? now + deadlineMillis : before.deadline;
  }

  /**
   * Asks for the forecast of a store-product that nothing is asked for at present.
   *
   * @param deadline by the wall clock, after which the answer comes too late
   * @return whether it was asked; if not, too many are waiting
   */
  public boolean ask(ForecastOrigin origin, long deadline) {
    Asked run = new Asked(origin, deadline);
    boolean taken = queue.offer(run);
    if (taken) {
      asked.put(origin.key(), run);
    }
    return taken;
  }

  /** What is asked for a store-product at present, or null. */
  public Asked asked(StoreProductKey key) {
    return asked.get(key);
  }

  /** Waits for it no longer; says whether anything was asked. */
  public boolean forget(StoreProductKey key) {
    return asked.remove(key) != null;
  }

  @Override
  public void close() {
    queue.close();
  }
}
