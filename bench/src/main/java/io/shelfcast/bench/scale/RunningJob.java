package io.shelfcast.bench.scale;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfcast.local.FlinkRest;
import io.shelfcast.local.Problem;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The job under way, asked for checkpoints and figures. */
final class RunningJob {
  private static final long LOOK_NANOS = 50_000_000;

  private final FlinkRest rest;

  RunningJob(int port) {
    rest = new FlinkRest("http://127.0.0.1:" + port);
  }

  /**
   * One checkpoint.
   *
   * @param bytes that a restore of it needs
   * @param newBytes that it added to what earlier ones had written
   */
  record Checkpoint(long bytes, long newBytes, double seconds, String path) {}

  /** Waits until something holds. */
  static void await(String what, Duration patience, BooleanSupplier holds) {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Problem("Waited " + patience.toMinutes() + " minutes for " + what + ".");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  void awaitRunning() {
    await("the job to run", Duration.ofMinutes(30), this::runs);
  }

  private boolean runs() {
    try {
      return rest.job().isPresent() && rest.allTasksRun(rest.job().get());
    } catch (FlinkRest.NoAnswer e) {
      return false;
    }
  }

  /** Takes a checkpoint now. */
  Checkpoint checkpoint() throws FlinkRest.NoAnswer {
    FlinkRest.Job job = rest.job().orElseThrow();
    long before = rest.completedCheckpoints(job);
    rest.triggerCheckpoint(job);
    await("a checkpoint", Duration.ofMinutes(20), () -> completed(job) > before);
    JsonNode last = rest.get("/jobs/" + job.id() + "/checkpoints").at("/latest/completed");
    return new Checkpoint(
        last.path("state_size").asLong(),
        last.path("checkpointed_size").asLong(),
        last.path("end_to_end_duration").asLong() / 1e3,
        last.path("external_path").asText());
  }

  private long completed(FlinkRest.Job job) {
    try {
      return rest.completedCheckpoints(job);
    } catch (FlinkRest.NoAnswer e) {
      return 0;
    }
  }
}
