package io.shelfcast.trainer.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

class TreeTrainerTest {
  private static final int ROWS = 20_000;
  private static final int FEATURES = 5;
  private final TreeTrainer trainer = new TreeTrainer(2, (trees, of) -> {});

  /** Label = 2·x0, or 5 where x1 is missing; day i % 100. */
  private static TrainingRows rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TrainingRows rows = new TrainingRows(FEATURES);
    float[] values = new float[FEATURES + 3];
    for (int i = 0; i < ROWS; i++) {
      for (int f = 0; f < FEATURES; f++) {
        values[f + 3] = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextDouble();
      }
      values[3] = (float) random.nextDouble();
      float label = Float.isNaN(values[4]) ? 5 : 2 * values[3];
      rows.add(values, 3, label, 1 + i % 3, i % 100);
    }
    return rows;
  }

  private static float predicted(TreeTrainer.Trees trees, float... row) throws Exception {
    Booster booster = XGBoost.loadModel(trees.ubj());
    return booster.inplace_predict(row, 1, row.length, Float.NaN)[0][0];
  }

  @Test
  void learnsFromValuesAndFromTheirAbsence() throws Exception {
    TreeTrainer.Trees trees =
        trainer.grow(rows(1), day -> true, Recipe.forRows(ROWS, 7).withTrees(200));
    assertEquals(200, trees.count());
    assertEquals(5, predicted(trees, 0.5f, Float.NaN, 0.5f, 0.5f, 0.5f), 0.2);
    assertEquals(1.6, predicted(trees, 0.8f, 0.5f, 0.5f, Float.NaN, 0.5f), 0.2);
  }

  @Test
  void rowsOfOtherDaysDoNotMatter() {
    TrainingRows spiked = rows(1);
    spiked.add(new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.5f}, 0, 1e6f, 1e3f, 100);
    Recipe recipe = Recipe.forRows(ROWS, 7).withTrees(10);
    assertArrayEquals(
        trainer.grow(rows(1), day -> day < 60, recipe).ubj(),
        trainer.grow(spiked, day -> day < 60, recipe).ubj());
  }

  @Test
  void sameRowsAndSeedGiveTheSameBytesHoweverTheyWereCollected() {
    TrainingRows first = rows(1);
    first.join(rows(2));
    TrainingRows second = new TrainingRows(FEATURES);
    second.join(rows(1));
    second.join(rows(2));
    Recipe recipe = Recipe.forRows(ROWS, 7).withTrees(10);
    assertArrayEquals(
        trainer.grow(first, day -> true, recipe).ubj(),
        trainer.grow(second, day -> true, recipe).ubj());
  }

  @Test
  void growingStopsWhenTheWatchedDaysGetNoBetter() {
    SplittableRandom random = new SplittableRandom(5);
    TrainingRows noise = new TrainingRows(1);
    for (int i = 0; i < 3_000; i++) {
      float[] value = {(float) random.nextDouble()};
      noise.add(value, 0, (float) random.nextDouble(), 1, i % 2);
    }
    Recipe recipe = Recipe.forRows(3_000, 1);
    int best = trainer.bestCount(noise, day -> day == 0, day -> day == 1, recipe);
    assertTrue(best < recipe.trees() / 2, "noise was learnt with " + best + " trees");
  }

  @Test
  void nothingToLearnFromIsSaid() {
    TrainingFailed failure =
        assertThrows(
            TrainingFailed.class, () -> trainer.grow(rows(1), day -> false, Recipe.forRows(1, 1)));
    assertEquals("there is no row to learn from", failure.getMessage());
  }
}
