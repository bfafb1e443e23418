package io.shelfcast.bench.pipeline;

import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.StateBootstrapTransformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Writes savepoints from which a job begins with a past. */
public final class Seed {
  private static final int MAX_PARALLELISM = 1024;

  private Seed() {}

  /** For the job itself. */
  public static void writeShelfcast(Path savepoint, Shop shop, Path bundle, int parallelism)
      throws Exception {
    StreamExecutionEnvironment env = environment(parallelism);
    write(
        env,
        savepoint,
        "apply-event",
        OperatorTransformation.bootstrapWith(numbers(env, shop))
            .keyBy(number -> shop.key(number), SeededState.keyType())
            .transform(new SeededState(shop, bundle)));
  }

  /** For {@link NaiveJob}. */
  static void writeNaive(Path savepoint, Shop shop, int parallelism) throws Exception {
    StreamExecutionEnvironment env = environment(parallelism);
    write(
        env,
        savepoint,
        NaiveJob.UID,
        OperatorTransformation.bootstrapWith(numbers(env, shop))
            .keyBy(number -> shop.key(number).partitionKey(), Types.STRING)
            .transform(new NaiveJob.Past(shop)));
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
    env.getConfig().enableObjectReuse();
    return env;
  }

  private static DataStream<Integer> numbers(StreamExecutionEnvironment env, Shop shop) {
    return env.fromSequence(0, shop.storeProducts() - 1L).map(Long::intValue, Types.INT);
  }

  private static <T> void write(
      StreamExecutionEnvironment env,
      Path savepoint,
      String uid,
      StateBootstrapTransformation<T> state)
      throws Exception {
    EmbeddedRocksDBStateBackend backend = new EmbeddedRocksDBStateBackend();
    // what the writer manages is so little that RocksDB writes a file for each few store-products
    backend.getMemoryConfiguration().setUseManagedMemory(false);
    SavepointWriter.newSavepoint(env, backend, MAX_PARALLELISM)
        .withOperator(OperatorIdentifier.forUid(uid), state)
        .write(savepoint.toUri().toString());
    env.execute();
  }
}
