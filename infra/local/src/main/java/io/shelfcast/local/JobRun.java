package io.shelfcast.local;

import io.shelfcast.job.JobMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The job as a process of its own, watched and steered through Flink's REST interface. */
final class JobRun {
  private static final Duration START = Duration.ofMinutes(3);
  private static final String HEAP = "1500m";

  private final LocalState state;
  private final ChildProcess process;
  private final FlinkRest flink;
  private final JobMetrics metrics;

  JobRun(LocalState state, Ports ports) {
    this.state = state;
    this.process = new ChildProcess("job", state);
    this.flink = new FlinkRest(ports.dashboardAddress());
    this.metrics = new JobMetrics(flink, JobMetric.GROUP);
  }

  /**
   * Starts the job and waits until all its tasks run.
   *
   * @param fresh from the beginning of the stream rather than from the newest checkpoint
   * @param settings of the job, beside those of this machine
   */
  void start(boolean fresh, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>(List.of("job", "--dir", state.root().toString()));
    if (fresh) {
      arguments.add("--fresh");
    }
    settings.forEach((path, value) -> arguments.addAll(List.of("--set", path + "=" + value)));
    process.start(
        Jvm.command(HEAP, process.log(), Shelfcast.class, arguments.toArray(new String[0])));
    Waiting.until(START, () -> runs() || process.running().isEmpty());
    requireAlive();
    if (!runs()) {
      throw new Problem("The job did not start within 3 minutes; see " + process.log() + ".");
    }
  }

  private boolean runs() {
    try {
      Optional<FlinkRest.Job> job = flink.job();
      return job.isPresent() && flink.allTasksRun(job.get());
    } catch (FlinkRest.NoAnswer e) {
      return false;
    }
  }

  /**
   * Checks that the job goes on.
   *
   * @throws Problem if its process is gone
   */
  void requireAlive() {
    if (process.running().isEmpty()) {
      throw new Problem("The job ended (" + process.lastWords() + "); see " + process.log() + ".");
    }
  }

  /** Its figures now; empty while the job is busy starting again. */
  Optional<JobFigures> figures() {
    try {
      Optional<FlinkRest.Job> job = flink.job();
      return job.isEmpty()
          ? Optional.empty()
          : Optional.of(new JobFigures(metrics.read(job.get())));
    } catch (FlinkRest.NoAnswer e) {
      return Optional.empty();
    }
  }

  /**
   * Waits until the job has read so many records.
   *
   * @throws Problem if it ends before that or does not come forward
   */
  void awaitRead(long records, Duration patience) {
    Waiting.until(patience, () -> read() >= records || process.running().isEmpty());
    requireAlive();
    if (read() < records) {
      throw new Problem(
          String.format(
              "The job has read %,d of %,d records and does not come forward; see %s.",
              read(), records, process.log()));
    }
  }

  /** Records read so far, exact across restarts; 0 while the job does not answer. */
  long read() {
    return figures().orElse(JobFigures.NONE).count(JobMetric.READ);
  }

  /**
   * Lets the job write all that it holds back and end.
   *
   * @return its counts over its whole life
   * @throws Problem if it fails or takes too long
   */
  JobResult drain(Duration patience) {
    try {
      FlinkRest.Job job = flink.job().orElseThrow(() -> new Problem("No job runs."));
      flink.stopWithDrain(job, state.savepoints());
    } catch (FlinkRest.NoAnswer e) {
      throw new Problem("The job cannot be stopped: " + e.getMessage() + ".", e);
    }
    if (!process.hasEnded(patience)) {
      throw new Problem(
          "The job did not end within "
              + patience.toMinutes()
              + " minutes; see "
              + process.log()
              + ".");
    }
    return JobResult.read(state.jobResult())
        .orElseThrow(
            () ->
                new Problem(
                    "The job failed while it was stopped ("
                        + process.lastWords()
                        + "); see "
                        + process.log()
                        + "."));
  }

  /** Kills the job as a power failure would. */
  void kill() {
    process.kill();
  }

  /** Ends the job, to be resumed from its last checkpoint. */
  void end() {
    process.stop(Duration.ofSeconds(20));
  }
}
