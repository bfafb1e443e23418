package io.shelfcast.local;

import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.JobStart;
import io.shelfcast.job.RealConnectors;
import java.nio.file.Files;
import java.time.Duration;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink job on a cluster inside this process, with its dashboard. */
final class JobProcess {
  /** With half of it RocksDB's compactions took a fifth of the job's processor time. */
  private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(512);

  /** Collecting all metrics costs about a twentieth of a small machine when done each second. */
  private static final Duration METRICS_EVERY = Duration.ofSeconds(2);

  private final LocalState state;

  JobProcess(LocalState state) {
    this.state = state;
  }

  /**
   * Runs the job until it ends or fails for good, and leaves its counts in a file.
   *
   * @throws Exception as Flink does when the job fails
   */
  void run(JobSettings settings) throws Exception {
    Files.deleteIfExists(state.jobResult());
    Configuration flink = configuration(settings);
    FlinkS3.configure(flink);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink);
    env.setParallelism(JobStart.localParallelism(settings));
    DemandForecastJob.define(env, settings, new RealConnectors(settings));
    JobExecutionResult result = env.execute("shelfcast");
    JobResult.of(result).write(state.jobResult());
  }

  private Configuration configuration(JobSettings settings) {
    Configuration flink = JobStart.localConfiguration(settings);
    flink.set(CoreOptions.TMP_DIRS, state.scratch().toString());
    flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
    flink.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, METRICS_EVERY);
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_MEMORY);
    flink.set(WebOptions.LOG_PATH, state.log("job").toString());
    return flink;
  }
}
