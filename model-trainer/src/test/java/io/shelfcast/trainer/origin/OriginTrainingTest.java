package io.shelfcast.trainer.origin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.series.Archive;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTrainingTest {
  private static final int DAY = 19_000;
  private static final int DAYS = 140;
  private static final int SHOPS = 2;
  private static final int PRODUCTS = 5;
  private static final List<Integer> ORIGINS = List.of(DAY + 90, DAY + 110);

  /** Shops that from a day on sell fifty times as much as they would have. */
  private static Archive shops(int spikeFrom) {
    Archive calm = Archive.shops(SHOPS, PRODUCTS, DAY, DAYS, 7);
    Archive spiked = new Archive();
    calm.events()
        .forEach(
            archived -> {
              int day = archived.businessDay();
              double units = archived.event().quantity() / 10_000d;
              spiked.day(
                  archived.event().storeId(),
                  archived.event().productId(),
                  day,
                  day >= spikeFrom ? 50 * units + 50 : units);
            });
    return spiked;
  }

  private static OriginModels models(Archive archive) {
    TrainingSettings settings = new TrainingSettings(2, 20_000, 2_000, 1, false);
    return new OriginTraining(archive.source(), settings, Progress.SILENT).train(ORIGINS, 1);
  }

  private static void assertSame(ModelBundle expected, ModelBundle actual) {
    assertEquals(expected.manifest().modelSha256(), actual.manifest().modelSha256());
    assertTrue(Arrays.deepEquals(expected.errors().quantiles(), actual.errors().quantiles()));
    assertEquals(expected.statistics().productLevels(), actual.statistics().productLevels());
    assertEquals(expected.statistics().categoryLevels(), actual.statistics().categoryLevels());
    assertEquals(expected.statistics().level(), actual.statistics().level());
    assertArrayEquals(
        expected.statistics().dayProfile().shares(), actual.statistics().dayProfile().shares());
  }

  @Test
  void nothingThatComesAfterAnOriginMovesItsBundle() {
    OriginModels calm = models(shops(DAY + DAYS));
    OriginModels spikedBetween = models(shops(DAY + 90));
    OriginModels spikedAfter = models(shops(DAY + 110));
    assertSame(calm.bundles().get(DAY + 90), spikedBetween.bundles().get(DAY + 90));
    assertSame(calm.bundles().get(DAY + 90), spikedAfter.bundles().get(DAY + 90));
    assertSame(calm.bundles().get(DAY + 110), spikedAfter.bundles().get(DAY + 110));
    assertFalse(
        calm.bundles()
            .get(DAY + 110)
            .manifest()
            .modelSha256()
            .equals(spikedBetween.bundles().get(DAY + 110).manifest().modelSha256()),
        "a spike before the origin is learnt from");
  }

  @Test
  void theRecordSaysWhatABundleKnewAndCalibrationEndsBeforeTheLastOrigin() {
    OriginModels models = models(shops(DAY + DAYS));
    assertEquals(DAY + 89, models.bundles().get(DAY + 90).manifest().training().throughDay());
    StoreProductKey key = new StoreProductKey("s0", "p0");
    for (int day = DAY + 110; day < DAY + DAYS; day++) {
      assertFalse(models.calibratesOn(key, day));
    }
    double gains = models.gains().values().stream().mapToDouble(Double::doubleValue).sum();
    assertEquals(1, gains, 1e-6);
  }

  @Test
  void modelsAreTrainedAtOriginsAndNoMoreThanEightWeeksApart() {
    CutPlan plan = CutPlan.of(0, List.of(1_000, 1_090), 56);
    assertEquals(List.of(831, 887, 943, 999, 1_044, 1_089), plan.cuts());
    assertEquals(-1, plan.foldOf(831));
    assertEquals(0, plan.foldOf(832));
    assertEquals(2, plan.foldOf(999));
    assertEquals(3, plan.foldOf(1_000));
    assertEquals(4, plan.foldOf(1_089));
    assertEquals(-1, plan.foldOf(1_090));
    assertEquals(List.of(44, 49, 54, 59), CutPlan.of(40, List.of(60), 1).cuts());
  }

  @Test
  void errorsAreMeasuredNoLongerAfterATrainingThanAModelIsInUse() {
    CutPlan plan = CutPlan.of(0, List.of(1_000, 1_090), 20);
    assertEquals(0, plan.foldOf(851));
    assertEquals(-1, plan.foldOf(852));
    assertEquals(1, plan.foldOf(888));
    assertEquals(5 * 20 / 269.0, plan.judgedShare(1_100));
    CutPlan ofOneDay = CutPlan.of(0, List.of(1_000), 1);
    assertEquals(2, ofOneDay.foldOf(957));
    assertEquals(-1, ofOneDay.foldOf(958));
  }
}
