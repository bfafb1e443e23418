package io.shelfcast.bench.pipeline;

import io.shelfcast.job.JobSettings;
import io.shelfcast.job.JobStart;
import io.shelfcast.job.RefusedSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How each job that is measured runs: RocksDB, incremental checkpoints, two subtasks. */
public final class JobBase {
  static final int PARALLELISM = 2;

  private static final int LONGEST_CHECKPOINT_MILLIS = 3_600_000;

  private static final Duration FRESH = Duration.ofMillis(500);

  private final Map<String, Properties> groups = new TreeMap<>();

  /**
   * @param place where its lake and checkpoints are
   */
  public JobBase(Place place) {
    set("lake", "root", place.lake().toUri().toString());
    set("local", "parallelism", Integer.toString(PARALLELISM));
    set("local", "checkpoints", place.checkpoints().toUri().toString());
  }

  /** Sets one of the job's settings. */
  public JobBase set(String group, String key, String value) {
    groups.computeIfAbsent(group, absent -> new Properties()).setProperty(key, value);
    return this;
  }

  /** The forest follows a store-product's events so often at most. */
  public JobBase coalescing(int millis) {
    return set("job", "coalescingMillis", Integer.toString(millis));
  }

  /** Checkpoints are taken when asked for only. */
  public JobBase checkpointsOnDemand() {
    return set("local", "checkpointMillis", Integer.toString(LONGEST_CHECKPOINT_MILLIS));
  }

  /**
   * Begins with what a checkpoint or savepoint holds.
   *
   * @param address with its scheme
   */
  public JobBase from(String address) {
    return set("local", "restore", address);
  }

  /** What the job is told. */
  public JobSettings settings() throws RefusedSettings {
    return JobSettings.parse(groups);
  }

  /**
   * A cluster in this JVM.
   *
   * @param stateMemory megabytes for RocksDB, of both subtasks together
   */
  public StreamExecutionEnvironment environment(int stateMemory) throws RefusedSettings {
    return StreamExecutionEnvironment.createLocalEnvironment(
        PARALLELISM, configuration(stateMemory));
  }

  /** The same, with its REST interface on a port of loopback and its figures a second old. */
  public StreamExecutionEnvironment environment(int stateMemory, int port) throws RefusedSettings {
    Configuration flink = configuration(stateMemory);
    flink.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    flink.set(RestOptions.ADDRESS, "127.0.0.1");
    flink.set(RestOptions.PORT, port);
    flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, FRESH);
    flink.set(WebOptions.REFRESH_INTERVAL, FRESH);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironmentWithWebUI(flink);
    env.setParallelism(PARALLELISM);
    return env;
  }

  private Configuration configuration(int stateMemory) throws RefusedSettings {
    Configuration flink = JobStart.localConfiguration(settings());
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(stateMemory));
    return flink;
  }

  /** A port that nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
