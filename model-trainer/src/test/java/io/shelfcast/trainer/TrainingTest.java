package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.contest.Verdict;
import io.shelfcast.trainer.series.Archive;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final int DAY = 19_000;
  private static final TrainingSettings SMALL = new TrainingSettings(1, 4_000, 600, 7, false);

  private static Training.Result train(Archive archive, Optional<ModelBundle> champion) {
    return new Training(archive.source(), SMALL, Progress.SILENT).run(champion);
  }

  private static ModelBundle bundle(TrainedModel model, long sequence) throws RefusedBundle {
    byte[] manifest = ModelBundle.write(model.manifest(sequence, Instant.EPOCH));
    return ModelBundle.read(manifest, model.ubj());
  }

  @Test
  void aFirstModelThatBeatsSeasonalNaiveIsPublishedAsABundleThatReads() throws RefusedBundle {
    Training.Result result = train(Archive.shops(1, 10, DAY, 150, 1), Optional.empty());
    Verdict verdict = result.verdict();
    assertTrue(verdict.publish(), verdict.reason());
    assertTrue(verdict.challenger().wape() < verdict.seasonalNaive().wape());
    ModelBundle bundle = bundle(result.model().orElseThrow(), 1);
    assertEquals(DAY + 149, bundle.manifest().training().throughDay());
    assertEquals("test", bundle.manifest().training().lakeSnapshot());
    assertEquals(verdict.challenger().wape(), bundle.manifest().training().metrics().get("wape"));
  }

  @Test
  void sameDataAndSeedEndInTheSameModel() {
    Archive archive = Archive.shops(1, 10, DAY, 120, 1);
    assertArrayEquals(
        train(archive, Optional.empty()).model().orElseThrow().ubj(),
        train(archive, Optional.empty()).model().orElseThrow().ubj());
  }

  @Test
  void noiseThatNothingCanLearnIsAValidEndWithoutAModel() {
    Archive archive = new Archive();
    for (int p = 0; p < 6; p++) {
      for (int d = 0; d < 80; d++) {
        archive.day("s", "p" + p, DAY + d, Math.floorMod(d, 7) * 10);
      }
    }
    Training.Result result = train(archive, Optional.empty());
    assertFalse(result.verdict().publish(), result.verdict().reason());
    assertTrue(result.model().isEmpty());
    assertTrue(result.verdict().reason().contains("seasonal naive"));
  }

  @Test
  void aChampionOfOtherTimesLosesOnDaysNeitherSaw() throws RefusedBundle {
    ModelBundle champion = bundle(train(shifted(100), Optional.empty()).model().orElseThrow(), 1);
    Training.Result result = train(shifted(200), Optional.of(champion));
    assertTrue(result.folds().isContestFair(DAY + 99));
    assertTrue(result.verdict().publish(), result.verdict().reason());
    assertTrue(result.verdict().champion().score() > result.verdict().challenger().score());
  }

  /** Every weekday swaps its place after 110 days: what was learnt before misleads. */
  private static Archive shifted(int days) {
    SplittableRandom random = new SplittableRandom(4);
    Archive archive = new Archive();
    for (int p = 0; p < 12; p++) {
      for (int d = 0; d < days; d++) {
        int phase = d < 110 ? d : d + 3;
        double shape = Math.floorMod(phase, 7) < 2 ? 3 : 1;
        archive.day("s", "p" + p, DAY + d, Math.rint(10 * shape + random.nextInt(9)));
      }
    }
    return archive;
  }

  @Test
  void aChampionTooYoungToBeJudgedStays() throws RefusedBundle {
    Archive archive = Archive.shops(1, 10, DAY, 120, 1);
    ModelBundle champion = bundle(train(archive, Optional.empty()).model().orElseThrow(), 1);
    Training.Result result = train(Archive.shops(1, 10, DAY, 124, 1), Optional.of(champion));
    assertFalse(result.verdict().publish());
    assertTrue(result.verdict().reason().contains("a contest needs 7 days"));
  }

  @Test
  void forceIsSaidInTheReason() {
    Archive archive = Archive.shops(1, 5, DAY, 60, 1);
    TrainingSettings forcing = new TrainingSettings(2, 4_000, 500, 7, true);
    Verdict verdict =
        new Training(archive.source(), forcing, Progress.SILENT).run(Optional.empty()).verdict();
    assertTrue(verdict.publish());
    assertTrue(verdict.reason().startsWith("published by force"));
  }

  @Test
  void tooLittleDataIsSaidInOneSentence() {
    TrainingFailed failure =
        assertThrows(
            TrainingFailed.class, () -> train(Archive.shops(1, 2, DAY, 20, 1), Optional.empty()));
    assertEquals(
        "the lake holds 20 closed days; at least 35 are needed to train", failure.getMessage());
  }
}
