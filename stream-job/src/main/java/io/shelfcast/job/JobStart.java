package io.shelfcast.job;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How the job starts: settings and environment of the managed runtime, or of this machine.
 *
 * <p>Parallelism, checkpoints and state backend are set on this machine only: the managed runtime
 * sets its own, and fails a job that interferes.
 */
public final class JobStart {
  private static final String FILE_OPTION = "--properties";

  /* Of RocksDB's own options, whose class is there at run time only. */
  private static final ConfigOption<Boolean> BLOOM_FILTER =
      ConfigOptions.key("state.backend.rocksdb.use-bloom-filter").booleanType().noDefaultValue();

  private JobStart() {}

  static boolean isLocal(String[] args) {
    return args.length > 0;
  }

  static JobSettings settings(String[] args) throws Exception {
    if (!isLocal(args)) {
      return JobSettings.parse(PropertyGroups.ofRuntime());
    }
    if (args.length != 2 || !args[0].equals(FILE_OPTION)) {
      throw new RefusedSettings(List.of("the only arguments are " + FILE_OPTION + " FILE"));
    }
    try {
      return JobSettings.parse(PropertyGroups.ofFile(Path.of(args[1])));
    } catch (InvalidPathException e) {
      throw new RefusedSettings(List.of(args[1] + " is no file"));
    }
  }

  static StreamExecutionEnvironment environment(String[] args, JobSettings settings) {
    return isLocal(args) ? local(settings) : StreamExecutionEnvironment.getExecutionEnvironment();
  }

  private static StreamExecutionEnvironment local(JobSettings settings) {
    Configuration flink = localConfiguration(settings);
    StreamExecutionEnvironment env =
        settings.has(Setting.LOCAL_DASHBOARD)
            ? StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink)
            : StreamExecutionEnvironment.createLocalEnvironment(flink);
    env.setParallelism(localParallelism(settings));
    return env;
  }

  /** Parallel subtasks on this machine. */
  public static int localParallelism(JobSettings settings) {
    return (int) settings.number(Setting.LOCAL_PARALLELISM);
  }

  /** Checkpoints, state backend, restarts and dashboard, as the settings of this machine say. */
  public static Configuration localConfiguration(JobSettings settings) {
    Configuration flink = new Configuration();
    flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    flink.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL,
        settings.duration(Setting.LOCAL_CHECKPOINT_INTERVAL));
    flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    /* Each event asks for an id that is nearly always new: no file need be read to say so. */
    flink.set(BLOOM_FILTER, true);
    settings
        .optionalAddress(Setting.LOCAL_CHECKPOINTS)
        .map(URI::toString)
        .ifPresent(
            folder -> {
              flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder);
              flink.set(
                  CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                  ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
            });
    settings
        .optionalAddress(Setting.LOCAL_RESTORE)
        .ifPresent(path -> flink.set(StateRecoveryOptions.SAVEPOINT_PATH, path.toString()));
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    flink.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(10));
    if (settings.has(Setting.LOCAL_DASHBOARD)) {
      flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
      flink.set(RestOptions.ADDRESS, "127.0.0.1");
      flink.set(RestOptions.PORT, (int) settings.number(Setting.LOCAL_DASHBOARD));
    }
    return flink;
  }

  /** What ranks a fresh start over earlier ones. */
  static long generation(JobSettings settings) {
    return settings.has(Setting.GENERATION)
        ? settings.number(Setting.GENERATION)
        : System.currentTimeMillis() / 1000;
  }
}
