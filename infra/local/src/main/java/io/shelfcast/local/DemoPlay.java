package io.shelfcast.local;

import io.shelfcast.job.JobMetric;
import io.shelfcast.producer.send.Ledger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The live part of a demo: tills send, the job reads, models are retrained and swapped in. */
final class DemoPlay {
  private static final Duration STEP = Duration.ofSeconds(2);

  private final Tills tills;
  private final JobRun job;
  private final Retraining retraining;
  private final LiveLine line;
  private final Consumer<String> tell;

  /** Sequences of the bundles by the first stream day whose forecasts they made. */
  private final NavigableMap<Integer, Long> inForceFrom = new TreeMap<>();

  private JobFigures figures = JobFigures.NONE;
  private volatile boolean stopped;

  DemoPlay(
      Tills tills,
      JobRun job,
      Retraining retraining,
      int firstLiveDay,
      LiveLine line,
      Consumer<String> tell) {
    this.tills = tills;
    this.job = job;
    this.retraining = retraining;
    this.line = line;
    this.tell = tell;
    inForceFrom.put(firstLiveDay, 1L);
  }

  /**
   * Plays until everything is sent or the time is over.
   *
   * @param endsAt by {@link System#nanoTime}
   */
  void run(long endsAt) {
    while (!stopped && !tills.isDone() && System.nanoTime() < endsAt) {
      job.requireAlive();
      job.figures().ifPresent(now -> figures = now);
      Ledger.Totals sent = tills.totals();
      tills.adapt(figures.count(JobMetric.READ), retraining.isUnderWay());
      if (sent.sent() > 0) {
        int today = (int) TimeUnit.MILLISECONDS.toDays(sent.replayClock());
        noticeSwap(today);
        retraining.at(today);
        line.show(sent.sent(), sent.replayClock(), figures);
      }
      Waiting.until(STEP, () -> stopped || tills.isDone());
    }
  }

  private void noticeSwap(int today) {
    long bundle = figures.count(JobMetric.BUNDLE_SEQUENCE);
    if (bundle > inForceFrom.lastEntry().getValue()) {
      inForceFrom.put(today + 1, bundle);
      tell.accept("bundle " + bundle + " is in force from " + LocalDate.ofEpochDay(today + 1));
    }
  }

  /** Ends {@link #run} soon. */
  void stop() {
    stopped = true;
  }

  /** The job's figures when they were last asked for. */
  JobFigures figures() {
    return figures;
  }

  NavigableMap<Integer, Long> inForceFrom() {
    return inForceFrom;
  }
}
