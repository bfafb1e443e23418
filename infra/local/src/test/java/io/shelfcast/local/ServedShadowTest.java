package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.Histories;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RealConnectors;
import io.shelfcast.job.scoring.ShadowScoring;
import io.shelfcast.model.TestBundles;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.TargetKeeper;
import io.shelfcast.trainer.serve.BundlePredictor;
import io.shelfcast.trainer.serve.InferenceServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shadow model behind the trainer's own server, asked through SageMaker's client. */
class ServedShadowTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void aServedBundleIsComparedWithTheOneInUse() throws Exception {
    Path served = TestBundles.bundle(2, 3f).writeTo(folder);
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (InferenceServer server = InferenceServer.start(BundlePredictor.read(served), anyPort);
        ShadowScoring shadow = shadowOf(server.port(), 5_000)) {
      runForest(shadow);
      assertTrue(Waiting.until(PATIENCE, () -> shadow.scored() == 1), "failed: " + shadow.failed());
      assertEquals(2, shadow.difference(), 1e-6);
    }
  }

  @Test
  void anEndpointThatIsNotThereIsCounted() throws Exception {
    try (ShadowScoring shadow = shadowOf(FreePort.any(), 500)) {
      runForest(shadow);
      assertTrue(Waiting.until(PATIENCE, () -> shadow.failed() == 1));
    }
  }

  private static ShadowScoring shadowOf(int port, int deadlineMillis) {
    JobSettings settings =
        new JobProperties()
            .set("lake.root", "file:///nowhere")
            .set("scoring.shadow", "sagemaker")
            .set("scoring.shadowPerTenThousand", "10000")
            .set("scoring.deadlineMillis", Integer.toString(deadlineMillis))
            .set("scoring.endpoint", "http://127.0.0.1:" + port)
            .parse();
    return ShadowScoring.start(
        new RealConnectors(settings).shadow(), new UnregisteredMetricsGroup());
  }

  /** Once, for a product with a past. */
  private static void runForest(ShadowScoring shadow) throws Exception {
    TargetKeeper keeper = new TargetKeeper(1, Policy.assumed(7, 1, 0.95), 0);
    keeper.use(TestBundles.bundle(1, 1f).read());
    keeper.watch(shadow);
    StoreProduct product = StoreProduct.inMemory(Histories.KEY);
    Histories.random(1, 30).forEach(event -> product.apply(event, Histories.STORE));
    keeper.update(product, Histories.STORE, TargetKeeper.Moment.CLOSE);
  }
}
