package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.job.DemandForecastJob;
import io.shelfcast.job.JobSettings;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.model.TestBundles;
import io.shelfcast.target.Decision;
import io.shelfcast.target.Measure;
import io.shelfcast.trainer.serve.BundlePredictor;
import io.shelfcast.trainer.serve.InferenceServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job with its forecasts made by the trainer's own server, through SageMaker's client.
 */
class ServedForecastsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long START =
      Duration.ofDays(LocalDate.of(2026, 3, 2).toEpochDay()).toMillis();

  @TempDir private Path folder;

  @Test
  void theServedModelMakesTheForecastsAndTheBundleWhenItIsGone() throws Exception {
    TestBundles.bundle(1, 1f).writeTo(folder.resolve("models"));
    Path served = TestBundles.bundle(2, 3f).writeTo(folder.resolve("served"));
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    JobClient job;
    try (InferenceServer server = InferenceServer.start(BundlePredictor.read(served), anyPort)) {
      job = start(server.port());
      awaitDecision(told -> told.remoteForecast() != null);
    }
    long gone = decisions().stream().mapToLong(told -> told.after().asOf()).max().orElseThrow();
    awaitDecision(told -> told.after().asOf() > gone && told.remoteForecast() == null);
    String savepoints = folder.resolve("savepoints").toUri().toString();
    job.stopWithSavepoint(true, savepoints, SavepointFormatType.CANONICAL).get();

    Map<String, Object> counts = job.getJobExecutionResult().get().getAllAccumulatorResults();
    assertTrue((Long) counts.get("remoteScored") > 0);
    assertTrue((Long) counts.get("remoteFailed") > 0);
    for (Decision told : decisions()) {
      assertEquals(told.after().version().isRemote(), told.remoteForecast() != null);
      if (told.remoteForecast() != null) {
        double month = told.after().value(Measure.DEMAND_NEXT_30);
        assertEquals(told.remoteForecast().sum(1, 31), month, 1e-3);
      }
    }
  }

  private JobClient start(int port) throws Exception {
    JobSettings settings =
        new JobProperties()
            .set("lake.root", root().toString())
            .set("scoring.mode", "sagemaker")
            .set("scoring.endpoint", "http://127.0.0.1:" + port)
            .set("scoring.deadlineMillis", "5000")
            /* A day of these tills passes in a third of a second. */
            .set("job.coalescingMillis", "20")
            .set("model.discoverySeconds", "1")
            .parse();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    env.enableCheckpointing(500);
    DemandForecastJob.define(env, settings, new HourlyTills(settings, START));
    return env.executeAsync();
  }

  private void awaitDecision(Predicate<Decision> wanted) {
    assertTrue(Waiting.until(PATIENCE, () -> decisions().stream().anyMatch(wanted)));
  }

  private List<Decision> decisions() {
    List<Decision> decisions = new ArrayList<>();
    Lake.open(root())
        .refresh()
        .decisions(0, Integer.MAX_VALUE, RowFilter.all())
        .forEachRemaining(row -> decisions.add(row.decision()));
    return decisions;
  }

  private URI root() {
    return folder.toUri();
  }
}
