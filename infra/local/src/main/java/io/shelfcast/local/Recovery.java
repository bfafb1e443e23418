package io.shelfcast.local;

import io.shelfcast.event.Fate;
import io.shelfcast.job.JobMetric;
import io.shelfcast.lake.Lake;
import io.shelfcast.producer.backfill.Backfill;
import io.shelfcast.producer.timeline.Pacer;
import io.shelfcast.producer.timeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * One recorded stream read by two jobs: one undisturbed, one killed at a seeded point and resumed.
 * Both must end with the same targets and the same fates.
 */
final class Recovery implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final LocalState stack;
  private final Ports ports;
  private final Emulators emulators;
  private final Random random;
  private final Sales sales;
  private final Consumer<String> tell;
  private JobRun running;

  /** What one job came to. */
  private record Outcome(JobResult counts, LakeCount lake, TableContents table) {}

  Recovery(LocalState stack, Ports ports, long seed, Consumer<String> tell) {
    this.stack = stack;
    this.ports = ports;
    this.tell = tell;
    this.emulators = Emulators.passing(stack);
    this.random = new Random(seed);
    this.sales = SimulatedSales.few(seed);
  }

  /**
   * Runs both and compares.
   *
   * @return what differs, one line each; empty if nothing does
   */
  List<String> differences() throws IOException {
    emulators.up(ports, 2, line -> {});
    Lake lake = Lake.open(stack.lake());
    new Backfill(lake::writeBackfill, Progress.SILENT).write(sales.history());
    lake.refresh();
    TrainingRun.quiet(stack, stack.lake()).await();
    long sent = record();
    tell.accept(String.format("recorded %,d events; one bundle trained", sent));

    Outcome undisturbed = run("undisturbed", sent, 0);
    tell.accept("read undisturbed");
    long killAt = Math.round(sent * (0.15 + 0.7 * random.nextDouble()));
    Outcome killed = run("killed", sent, killAt);
    return compare(sent, undisturbed, killed);
  }

  private long record() {
    Tills tills = new Tills(ports, Pacer.MAX_SPEED, stack.ledger());
    tills.start(sales.timeline());
    return tills.finish().sent();
  }

  /**
   * @param killAt the job is killed once it has read so many records; never if 0
   */
  private Outcome run(String name, long sent, long killAt) throws IOException {
    LocalState state = new LocalState(stack.root().resolve(name));
    state.prepare();
    ports.remember(state);
    copy(stack.lake(), state.lake());
    String table = TargetsTable.NAME + "-" + name;
    try (DynamoDbClient dynamodb = LocalAws.dynamodb(ports)) {
      TargetsTable.ensure(dynamodb, table);
      running = new JobRun(state, ports);
      Map<String, String> settings = settings(table);
      running.start(true, settings);
      if (killAt > 0) {
        running.awaitRead(killAt, PATIENCE);
        long read = running.read();
        running.kill();
        tell.accept(String.format("killed after %,d of %,d records", read, sent));
        running.start(false, settings);
      }
      running.awaitRead(sent, PATIENCE);
      JobResult counts = running.drain(PATIENCE);
      running = null;
      return new Outcome(
          counts,
          LakeCount.of(Lake.open(state.lake()).refresh()),
          TableContents.of(dynamodb, table));
    }
  }

  private static Map<String, String> settings(String table) {
    return Map.of(
        "targets.table", table,
        "source.clock", "replay",
        "lake.rebuild", "true",
        "model.sequence", "1",
        "local.checkpointMillis", "1000");
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(from)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private List<String> compare(long sent, Outcome undisturbed, Outcome killed) {
    List<String> differences = new ArrayList<>();
    compare("read", undisturbed, killed, JobMetric.READ, differences);
    for (Fate fate : Fate.values()) {
      compare(fate.name(), undisturbed, killed, JobMetric.of(fate), differences);
    }
    if (undisturbed.counts().count(JobMetric.READ.json()) != sent) {
      differences.add("the undisturbed job did not read what was sent: " + sent);
    }
    if (!undisturbed.lake().equals(killed.lake())) {
      differences.add("lake: " + undisturbed.lake() + " against " + killed.lake());
    }
    differences.addAll(undisturbed.table().differences(killed.table()));
    tell.accept(
        String.format(
            "compared %,d items and %,d rows of the lake",
            undisturbed.table().items().size(), undisturbed.lake().rows()));
    return differences;
  }

  private static void compare(
      String name, Outcome one, Outcome two, JobMetric metric, List<String> differences) {
    long first = one.counts().count(metric.json());
    long second = two.counts().count(metric.json());
    if (first != second) {
      differences.add(name + ": " + first + " against " + second);
    }
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      running.end();
    }
    emulators.down(line -> {});
    sales.close();
  }
}
