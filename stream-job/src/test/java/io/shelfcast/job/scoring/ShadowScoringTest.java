package io.shelfcast.job.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.feature.FeatureSchema;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShadowScoringTest {
  private static final StoreProductKey KEY = new StoreProductKey("s1", "p1");
  private ShadowScoring shadow;

  @AfterEach
  void close() {
    FakeScorer.gate.countDown();
    shadow.close();
  }

  @Test
  void theDifferenceIsAShareOfWhatIsInUse() {
    start(10_000, 1.5f);
    ran(KEY, 1f);
    ran(KEY, 2f);
    Eventually.holds(() -> shadow.scored() == 2);
    assertEquals(1 / 3d, shadow.difference(), 1e-6);
    assertEquals(0, shadow.failed());
  }

  @Test
  void aModelThatDoesNotAnswerIsCountedAndNoMore() {
    start(10_000, Float.NaN);
    ran(KEY, 1f);
    Eventually.holds(() -> shadow.failed() == 1);
    assertEquals(0, shadow.scored());
    assertEquals(0, shadow.difference());
  }

  @Test
  void whatItCannotKeepUpWithIsLetGoAtOnceAndTheRestIsAskedTogether() {
    FakeScorer.gate = new CountDownLatch(1);
    start(10_000, 1f);
    ran(KEY, 1f);
    Eventually.holds(() -> FakeScorer.calls() == 1);
    for (int run = 0; run < 1_100; run++) {
      ran(KEY, 1f);
    }
    assertEquals(100, shadow.failed());
    FakeScorer.gate.countDown();
    Eventually.holds(() -> shadow.scored() == 1_001);
    assertTrue(FakeScorer.calls() < 20, FakeScorer.calls() + " calls");
  }

  @Test
  void itsShareIsOfStoreProductsNotOfRuns() {
    start(2_000, 1f);
    for (int product = 0; product < 1_000; product++) {
      ran(new StoreProductKey("s1", "p" + product), 1f);
    }
    Eventually.holds(() -> shadow.scored() > 0);
    ShadowModel model = new ShadowModel(FakeScorer::new, 2_000);
    long covered = 0;
    for (int product = 0; product < 1_000; product++) {
      covered += model.covers(new StoreProductKey("s1", "p" + product)) ? 1 : 0;
    }
    long expected = covered;
    Eventually.holds(() -> shadow.scored() + shadow.failed() == expected);
    assertTrue(covered > 150 && covered < 250, covered + " of 1000");
  }

  private void start(int perTenThousand, float answer) {
    FakeScorer.answer = answer;
    shadow =
        ShadowScoring.start(
            new ShadowModel(FakeScorer::new, perTenThousand), new UnregisteredMetricsGroup());
  }

  private void ran(StoreProductKey key, float score) {
    float[] scores = new float[FeatureSchema.ROWS];
    Arrays.fill(scores, score);
    shadow.ran(key, new float[FeatureSchema.ROWS * FeatureSchema.count()], scores);
  }
}
