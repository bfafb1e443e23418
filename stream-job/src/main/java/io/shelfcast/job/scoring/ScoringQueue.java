package io.shelfcast.job.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes rows to a model elsewhere, those of many store-products at once, on a thread of its own:
 * who hands them in never waits. What it cannot keep up with it does not take.
 */
final class ScoringQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScoringQueue.class);

  /** About 1 MB of text, of the 6 MB that an endpoint takes. */
  private static final int MOST_AT_ONCE = 64;

  private static final int MOST_WAITING = 1_000;

  /** The rows of one store-product; told on the queue's thread what became of them. */
  interface Run {
    float[] rows();

    /**
     * @param answer one score a row
     */
    void scored(float[] answer);

    void failed();
  }

  private final RemoteScorer remote;
  private final BlockingQueue<Run> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private boolean complained;

  ScoringQueue(String name, RemoteScorer remote) {
    this.remote = remote;
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands in a run; says whether it was taken. */
  boolean offer(Run run) {
    return waiting.offer(run);
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
    float[] rows = new float[runs.stream().mapToInt(run -> run.rows().length).sum()];
    int at = 0;
    for (Run run : runs) {
      System.arraycopy(run.rows(), 0, rows, at, run.rows().length);
      at += run.rows().length;
    }
    try {
      tell(runs, remote.score(rows));
    } catch (IOException e) {
      runs.forEach(Run::failed);
      if (!complained) {
        complained = true;
        LOG.warn("{}: the model elsewhere does not answer: {}", thread.getName(), e.getMessage());
      }
    }
  }

  private static void tell(List<Run> runs, float[] answers) {
    int each = answers.length / runs.size();
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).scored(Arrays.copyOfRange(answers, i * each, (i + 1) * each));
    }
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
