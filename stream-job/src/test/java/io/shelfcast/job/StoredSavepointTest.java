package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.EventType;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.InventoryTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State survives an upgrade: savepoints of earlier jobs go on in the job of today. */
class StoredSavepointTest {
  private static final Path STORED = Path.of("src/test/resources/savepoints");

  /** Where the state of today lies after this test, to be stored when a form has changed. */
  private static final Path TODAY = Path.of("target/savepoint");

  private static final List<String> FATES = List.of("read", "applied", "duplicate", "tooOld");

  @TempDir private Path temporary;

  static List<StoredSavepoint> stored() throws IOException {
    try (Stream<Path> folders = Files.list(STORED)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(StoredSavepoint::new)
          .collect(Collectors.toList());
    }
  }

  @ParameterizedTest
  @MethodSource("stored")
  void itGoesOnToTheTargetsOfAnUndisturbedJob(StoredSavepoint stored) throws Exception {
    assertGoesOn(stored);
  }

  @Test
  void theStateOfTodayGoesOnToo() throws Exception {
    StoredSavepoint today = StoredSavepoint.create(TODAY);
    takeSavepoint(today);
    assertGoesOn(today);
  }

  private void assertGoesOn(StoredSavepoint state) throws Exception {
    /* The bundle of then may be of other features than today's; the next one is not, and says
    twice as much, so that it is seen to be in use. */
    Path lake = temporary.resolve("now");
    state.copyBundle(lake);
    TestBundles.bundle(HeldTills.NEWEST, 2f).writeTo(lake.resolve("models"));
    HeldTills calm = HeldTills.open(state.arrivals());
    Map<String, Long> expected = run(lake, calm, configuration());
    HeldTills goingOn = HeldTills.open(state.arrivals());
    Configuration restoring = configuration();
    restoring.set(StateRecoveryOptions.SAVEPOINT_PATH, state.savepoint().toUri().toString());
    Map<String, Long> counts = run(lake, goingOn, restoring);

    Map<String, InventoryTarget> targets = settled(goingOn);
    settled(calm).forEach((product, target) -> assertEquals(target, targets.get(product)));
    assertTrue(goingOn.events.list().size() < calm.events.list().size(), "it began anew");
    for (String fate : FATES) {
      assertEquals(expected.get(fate), counts.get(fate), fate);
    }
  }

  /** The last target of each product. */
  private static Map<String, InventoryTarget> settled(InMemory world) {
    Map<String, InventoryTarget> last = new TreeMap<>();
    world.decisions.list().stream()
        .map(decision -> decision.after())
        .forEach(
            target ->
                last.merge(
                    target.key().productId(),
                    target,
                    (x, y) -> x.version().compareTo(y.version()) > 0 ? x : y));
    assertFalse(last.isEmpty());
    return last;
  }

  private void takeSavepoint(StoredSavepoint state) throws Exception {
    Path lake = temporary.resolve("then");
    state.copyBundle(lake);
    List<Arrival> arrivals = state.arrivals();
    HeldTills held = HeldTills.holding(arrivals, arrivals.size() * 2 / 3);
    JobClient job = environment(lake, held, configuration()).executeAsync();
    while (!HeldTills.isHolding() || !isAtWork(held)) {
      assertFalse(job.getJobStatus().get().isGloballyTerminalState());
      LockSupport.parkNanos(10_000_000);
    }
    String folder = lake.resolve("savepoints").toUri().toString();
    String taken = job.stopWithSavepoint(false, folder, SavepointFormatType.CANONICAL).get();
    state.keep(Path.of(URI.create(taken)));
  }

  /** Whether every step has begun: before that there is no savepoint to be had. */
  private static boolean isAtWork(InMemory world) {
    boolean knowsStore =
        world.events.list().stream().anyMatch(row -> row.event().type() == EventType.STORE);
    return knowsStore && !world.decisions.list().isEmpty();
  }

  private static Map<String, Long> run(Path lake, InMemory world, Configuration flink)
      throws Exception {
    Map<String, Long> counts = new TreeMap<>();
    environment(lake, world, flink)
        .execute()
        .getAllAccumulatorResults()
        .forEach((name, count) -> counts.put(name, (Long) count));
    return counts;
  }

  private static StreamExecutionEnvironment environment(
      Path lake, InMemory world, Configuration flink) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, flink);
    /* The zone that the store tells, a moment too late for the first of such hurried days. */
    JobSettings settings =
        TestSettings.of(
            "lake.root", lake.toUri().toString(),
            "job.generation", "7",
            "job.defaultZone", "Europe/London");
    DemandForecastJob.define(env, settings, world);
    return env;
  }

  /** So that a savepoint of a small state is one file. */
  private static Configuration configuration() {
    Configuration flink = new Configuration();
    flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    flink.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    return flink;
  }
}
