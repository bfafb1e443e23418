package io.shelfcast.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.Histories;
import io.shelfcast.job.archive.ArchivedDays;
import io.shelfcast.job.archive.TimeTravel;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive replayed through the job's operators. */
class TimeTravelTest {
  private static final long SEED = 5;
  private static final int DAYS = 40;
  private static final int LAST = Histories.FIRST_DAY + DAYS + 2;

  @TempDir private static Path lake;

  @BeforeAll
  static void record() throws Exception {
    TestBundles.bundle(1, 1f).writeTo(lake.resolve("models"));
    StreamExecutionEnvironment env = environment();
    env.enableCheckpointing(100);
    DemandForecastJob.define(env, settings(), new Archiving(lake, Archiving.disorder(SEED, DAYS)));
    env.execute();
  }

  @Test
  void theWholeArchiveEndsInTheTargetThatTheJobEndedWith() throws Exception {
    Decision live = lastOf(archived());
    assertEquals(live.after(), lastOf(travel(Histories.FIRST_DAY - 1, LAST)).after());
  }

  @Test
  void itBeginsFromWhatHadArrivedBefore() throws Exception {
    Decision live = lastOf(archived());
    assertEquals(live.after(), lastOf(travel(LAST - 20, LAST)).after());
  }

  @Test
  void itKnowsNothingOfWhatCameLater() throws Exception {
    int to = Histories.FIRST_DAY + 20;
    List<Decision> early = travel(Histories.FIRST_DAY - 1, to);
    assertTrue(early.size() > 10, early.size() + " decisions");
    assertTrue(lastOf(early).after().asOf() < (to + 1) * Tills.DAY);
  }

  private List<Decision> travel(int from, int to) throws Exception {
    Collected<Decision> decisions = new Collected<>();
    Snapshot snapshot = Lake.open(lake).refresh();
    StreamExecutionEnvironment env = environment();
    DemandForecastJob.define(
        env,
        settings(),
        new TimeTravel(
            lake.toUri(),
            snapshot,
            new ArchivedDays(from, to, null, null),
            new BundleStore(lake.toUri()).refer(1),
            ZoneOffset.UTC,
            decisions.sink()));
    env.execute();
    return decisions.list();
  }

  private List<Decision> archived() {
    List<Decision> decisions = new ArrayList<>();
    Lake.open(lake)
        .refresh()
        .decisions(0, Integer.MAX_VALUE, RowFilter.all())
        .forEachRemaining(row -> decisions.add(row.decision()));
    return decisions;
  }

  private static Decision lastOf(List<Decision> decisions) {
    return decisions.stream()
        .max((x, y) -> x.after().version().compareTo(y.after().version()))
        .orElseThrow();
  }

  private static JobSettings settings() {
    return TestSettings.of(
        "lake.root", lake.toUri().toString(), "job.generation", "1", "job.coalescingMillis", "0");
  }

  private static StreamExecutionEnvironment environment() {
    Configuration flink = new Configuration();
    flink.setString("restart-strategy.type", "fixed-delay");
    flink.setString("restart-strategy.fixed-delay.attempts", "1");
    flink.setString("restart-strategy.fixed-delay.delay", "50 ms");
    return StreamExecutionEnvironment.createLocalEnvironment(1, flink);
  }
}
