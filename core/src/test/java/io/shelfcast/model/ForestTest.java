package io.shelfcast.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {
  private static final float NAN = Float.NaN;

  @Test
  void aRowGoesLeftOnlyBelowTheThreshold() throws RefusedBundle {
    Forest forest = Forest.read(new TinyModel(1).stump(0, 2f, 10, 20, true).ubj());
    float[] rows = {1, Math.nextDown(2f), 2, 3, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY};
    assertArrayEquals(new float[] {10, 10, 20, 20, 10, 20}, margins(forest, rows));
  }

  @Test
  void aMissingValueGoesTheWayOfItsSplit() throws RefusedBundle {
    byte[] ubj =
        new TinyModel(1).stump(0, 2f, 1, 2, true).stump(0, 2f, 10, 20, false).constant(100).ubj();
    assertArrayEquals(new float[] {121, 111, 122}, margins(Forest.read(ubj), NAN, 1, 3));
  }

  @Test
  void zerosOfEitherSignAreOneThreshold() throws RefusedBundle {
    byte[] ubj = new TinyModel(1).stump(0, 0f, 1, 2, true).stump(0, -0f, 10, 20, true).ubj();
    assertArrayEquals(new float[] {22, 22, 11}, margins(Forest.read(ubj), 0f, -0f, -1f));
  }

  @Test
  void theSumStartsFromTheBaseAndGoesThroughTheTreesInOrder() throws RefusedBundle {
    byte[] ubj = new TinyModel(1).baseScore("1E0").constant(1e8f).constant(-1e8f).ubj();
    assertArrayEquals(new float[] {0}, margins(Forest.read(ubj), 5));
  }

  @Test
  void anExponentialLinkTakesTheBaseAsAPrediction() throws RefusedBundle {
    byte[] ubj =
        new TinyModel(1).objective("count:poisson").baseScore("2E0").stump(0, 2f, 1, 2, true).ubj();
    Forest forest = Forest.read(ubj);
    assertArrayEquals(new float[] {(float) Math.log(2) + 1}, margins(forest, 0));
    float[] out = new float[1];
    forest.scorer().predict(new float[] {0}, 0, 1, out);
    assertEquals(2 * Math.E, out[0], 1e-6);
  }

  @Test
  void rowsScoredTogetherScoreAsEachAlone() throws RefusedBundle {
    Random random = new Random(7);
    Forest forest = Forest.read(randomStumps(random).ubj());
    for (int count : new int[] {2, 31, 32, 33, 65}) {
      float[] rows = new float[count * 3];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = random.nextInt(4) == 0 ? NAN : random.nextInt(5) - 2;
      }
      float[] together = margins(forest, rows);
      for (int row = 0; row < count; row++) {
        float[] alone = margins(forest, Arrays.copyOfRange(rows, row * 3, row * 3 + 3));
        assertEquals(alone[0], together[row], 0f, "row " + row + " of " + count);
      }
    }
  }

  @Test
  void rowsMayBeginAnywhereInTheArray() throws RefusedBundle {
    Forest forest = Forest.read(new TinyModel(2).stump(1, 5f, 1, 2, true).ubj());
    float[] out = new float[2];
    forest.scorer().margins(new float[] {9, 9, 9, 0, 4, 0, 6}, 3, 2, out);
    assertArrayEquals(new float[] {1, 2}, out);
  }

  @Test
  void rowsBeyondTheArrayAreAnError() throws RefusedBundle {
    Scorer scorer = Forest.read(new TinyModel(2).constant(1).ubj()).scorer();
    assertThrows(
        IndexOutOfBoundsException.class, () -> scorer.margins(new float[4], 1, 2, new float[2]));
    assertThrows(
        IndexOutOfBoundsException.class, () -> scorer.margins(new float[4], 0, 2, new float[1]));
  }

  private static TinyModel randomStumps(Random random) {
    TinyModel model = new TinyModel(3);
    for (int i = 0; i < 21; i++) {
      model.stump(
          random.nextInt(3),
          random.nextInt(5) - 2,
          random.nextFloat(),
          random.nextFloat(),
          random.nextBoolean());
    }
    return model;
  }

  private static float[] margins(Forest forest, float... rows) {
    float[] out = new float[rows.length / forest.featureCount()];
    forest.scorer().margins(rows, 0, out.length, out);
    return out;
  }
}
