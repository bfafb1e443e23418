package io.shelfcast.bench.freshness;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.pipeline.Contestant;
import io.shelfcast.bench.pipeline.JobBase;
import io.shelfcast.bench.pipeline.Place;
import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.JobSettings;
import io.shelfcast.local.Problem;
import io.shelfcast.producer.Delivery;
import io.shelfcast.producer.send.KinesisAddress;
import io.shelfcast.producer.timeline.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.LogManager;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One {@link Trial}, in a JVM of its own: the job and its tills against a stream and a table. */
final class FreshnessProbe {
  private static final int STATE_MEGABYTES = 512;

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(200);

  /** Whoever has not been told by then is not told because of an event. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Trial trial;

  private FreshnessProbe(Trial trial) {
    this.trial = trial;
  }

  /**
   * What was found.
   *
   * @param events that the stream got while writes were counted
   */
  record Measured(long events, Writes.Totals writes) {}

  /** Arguments: trial, folder, endpoints of stream and table, the result's file. */
  public static void main(String[] args) throws Exception {
    // Kinesis's client warns through java.util.logging, which would write to the console.
    LogManager.getLogManager().reset();
    Trial trial = new ObjectMapper().readValue(args[0], Trial.class);
    Place place = new Place(Path.of(args[1]));
    ChildJvm.tell(new FreshnessProbe(trial).run(place, args[2], args[3]), args[4]);
    // Nothing is left to be written, and the cluster's threads end on their own time.
    System.exit(0);
  }

  private Measured run(Place place, String stream, String table) throws Exception {
    JobBase base =
        new JobBase(place)
            .coalescing(trial.coalescingMillis())
            .from(place.savepoint(Contestant.SHELFCAST).toUri().toString())
            .set("source", "endpoint", stream)
            .set("source", "clock", "replay")
            .set("model", "discoverySeconds", "1")
            .set("targets", "endpoint", table);
    JobSettings settings = base.settings();
    StreamExecutionEnvironment env = base.environment(STATE_MEGABYTES);
    DemandForecastJob.define(env, settings, new MeasuredConnectors(settings, trial.clock()));
    JobClient job = env.executeAsync();
    awaitRunning(job);
    Delivery tills =
        new Delivery(
            new KinesisAddress("pos-events", "us-east-1", URI.create(stream)),
            trial.speedUp(),
            null,
            null,
            Progress.SILENT);
    FutureTask<Boolean> sending = new FutureTask<>(() -> tills.run(trial.traffic()));
    SendingClock.begin();
    new Thread(sending, "tills").start();
    pause(Duration.ofSeconds(trial.warmSeconds()));
    Writes.here().forget();
    long before = tills.totals().sent();
    sending.get();
    pause(QUIET);
    if (job.getJobStatus().get() != JobStatus.RUNNING) {
      throw new Problem("The job is " + job.getJobStatus().get() + ".");
    }
    return new Measured(tills.totals().sent() - before, Writes.here().totals());
  }

  /** Tasks that have begun report what they count, nothing at first. */
  private static void awaitRunning(JobClient job) throws Exception {
    long end = System.nanoTime() + START.toNanos();
    while (!job.getAccumulators().get().containsKey(JobMetric.READ.json())) {
      if (System.nanoTime() > end) {
        throw new Problem("The job did not start within " + START.toMinutes() + " minutes.");
      }
      pause(LOOK);
    }
  }

  private static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
