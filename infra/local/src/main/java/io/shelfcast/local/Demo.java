package io.shelfcast.local;

import io.shelfcast.job.JobMetric;
import io.shelfcast.lake.Lake;
import io.shelfcast.producer.backfill.Backfill;
import io.shelfcast.producer.send.Ledger;
import io.shelfcast.producer.timeline.Pacer;
import io.shelfcast.producer.timeline.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The whole loop once: back-fill, first model, job, tills with retraining and swap, drain, account.
 * Whatever happens, {@link #close} leaves nothing running.
 */
final class Demo implements AutoCloseable {
  private static final Duration READ_PATIENCE = Duration.ofMinutes(10);
  private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(10);
  private static final int SHARDS = 2;

  private final LocalState state;
  private final Ports ports;
  private final Sales sales;
  private final PrintWriter out;
  private final Emulators emulators;
  private final JobRun job;
  private final Lake lake;
  private final LiveLine line;
  private final long startedAt = System.nanoTime();
  private DemoPlay play;
  private Tills tills;
  private Retraining retraining;
  private TrainingRun firstTraining;
  private boolean closed;

  Demo(LocalState state, Ports ports, Sales sales, PrintWriter out) {
    this.state = state;
    this.ports = ports;
    this.sales = sales;
    this.out = out;
    this.emulators = Emulators.passing(state);
    this.job = new JobRun(state, ports);
    this.lake = Lake.open(state.lake());
    this.line = new LiveLine(out);
  }

  /**
   * Runs all of it.
   *
   * @param speedUp seconds of the tills' clock in one second
   * @param retrainEvery days of the tills' clock from one training to the next
   * @param until wall time after which the tills stop
   * @return what it came to
   */
  Summary run(double speedUp, int retrainEvery, Duration until) {
    step("Stream, table and lake");
    emulators.up(ports, SHARDS, this::say);
    step("Back-fill: " + sales.described());
    backfill();
    step("First model");
    firstTraining = TrainingRun.shown(state, state.lake());
    firstTraining.await();
    step("Job");
    job.start(true, settings(speedUp));
    say("Dashboard  " + ports.dashboardAddress());
    step("Tills, " + described(speedUp) + "; Ctrl-C ends everything");
    play(speedUp, retrainEvery, startedAt + until.toNanos());
    step("Drain");
    Ledger.Totals sent = tills.stop();
    retraining.end();
    job.awaitRead(sent.sent(), READ_PATIENCE);
    JobResult result = job.drain(DRAIN_PATIENCE);
    step("Account");
    return new Account(lake, sales, play.inForceFrom(), play.figures(), result)
        .summary(sent.sent(), seconds());
  }

  /**
   * The job's settings of a demo: stream time from the tills, state from the back-filled lake.
   * Where a stream day takes seconds, a target written each second would say many times what a shop
   * says once a day.
   */
  private static Map<String, String> settings(double speedUp) {
    Map<String, String> settings = new HashMap<>();
    settings.put("source.clock", "replay");
    settings.put("lake.rebuild", "true");
    settings.put("model.discoverySeconds", "2");
    settings.put("job.coalescingMillis", speedUp == Pacer.MAX_SPEED ? "20000" : "1000");
    return settings;
  }

  private static String described(double speedUp) {
    return speedUp == Pacer.MAX_SPEED
        ? "as fast as the job reads"
        : Math.round(speedUp) + " times as fast as life";
  }

  private void backfill() {
    long from = TimeUnit.DAYS.toMillis(sales.firstDay());
    long to = TimeUnit.DAYS.toMillis(sales.firstLiveDay());
    try (Progress progress = Progress.bar("back-fill", from, to)) {
      Backfill.Written written = new Backfill(lake::writeBackfill, progress).write(sales.history());
      say(String.format("%,d days of store-products", written.dayRows()));
    }
    lake.refresh();
  }

  private void play(double speedUp, int retrainEvery, long endsAt) {
    tills = new Tills(ports, speedUp, state.ledger());
    retraining = new Retraining(state, lake, retrainEvery, sales.firstLiveDay(), this::sayBelow);
    play = new DemoPlay(tills, job, retraining, sales.firstLiveDay(), line, this::sayBelow);
    tills.start(sales.timeline());
    play.run(endsAt);
    line.leave();
    say(String.format("Targets written so far: %,d", play.figures().count(JobMetric.DECIDED)));
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
  }

  private void step(String what) {
    out.printf("%n[%4d s] %s%n", seconds(), what);
    out.flush();
  }

  private void say(String what) {
    out.println("         " + what);
    out.flush();
  }

  private void sayBelow(String what) {
    line.leave();
    say(what);
  }

  /** Ends what still runs: tills, trainings, job, emulators. Safe from another thread. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (play != null) {
      play.stop();
    }
    if (firstTraining != null) {
      firstTraining.end();
    }
    if (retraining != null) {
      retraining.end();
    }
    job.end();
    emulators.down(line -> {});
    sales.close();
  }
}
