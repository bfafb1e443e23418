package io.shelfcast.trainer.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.model.Forest;
import io.shelfcast.model.Scorer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scorer in plain Java against xgboost's own prediction, bit by bit. */
class ScorerAgainstXgboostTest {
  private static final int FEATURES = XgboostModel.FEATURES;
  private static final int FORECASTS = 200;
  private static final int ROWS_OF_FORECAST = 31;
  private static final float[] EXTREMES = {
    0f,
    -0f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.intBitsToFloat(0xffc12345)
  };

  @BeforeAll
  static void xgboostLoads() {
    NativeXgboost.require();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "objective=reg:squarederror max_depth=1",
        "objective=reg:squarederror max_depth=3",
        "objective=reg:squarederror max_depth=7 subsample=0.7 colsample_bytree=0.6",
        "objective=reg:squarederror max_depth=12 min_child_weight=0",
        "objective=reg:squarederror max_depth=0 max_leaves=40 grow_policy=lossguide",
        "objective=reg:squarederror max_depth=4 tree_method=exact",
        "objective=reg:squarederror max_depth=4 tree_method=approx",
        "objective=reg:squarederror max_depth=4 num_parallel_tree=3 subsample=0.5",
        "objective=reg:squarederror max_depth=6 gamma=100 base_score=-7.3",
        "objective=reg:quantileerror quantile_alpha=0.8 max_depth=5",
        "objective=count:poisson max_depth=6 subsample=0.8",
        "objective=count:poisson max_depth=3 base_score=1",
        "objective=reg:tweedie tweedie_variance_power=1.3 max_depth=6",
        "objective=reg:tweedie max_depth=2 base_score=1"
      })
  void marginsEqualToTheLastBit(String settings) throws Exception {
    XgboostModel model = XgboostModel.train(settings, 37);
    Forest forest = Forest.read(model.ubj());
    assertEquals(FEATURES, forest.featureCount());
    float[] rows = forecasts(model.thresholds(), 20_261_122);
    float[] expected = model.margins(rows);
    Scorer scorer = forest.scorer();
    float[] together = new float[ROWS_OF_FORECAST];
    float[] alone = new float[1];
    for (int row = 0; row < expected.length; row++) {
      int ofForecast = row % ROWS_OF_FORECAST;
      if (ofForecast == 0) {
        scorer.margins(rows, row * FEATURES, ROWS_OF_FORECAST, together);
      }
      scorer.margins(rows, row * FEATURES, 1, alone);
      assertSameBits(expected[row], together[ofForecast], "together, row " + row);
      assertSameBits(expected[row], alone[0], "alone, row " + row);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reg:squarederror", "reg:quantileerror", "count:poisson", "reg:tweedie"})
  void predictionsEqualWithinOneUnitInTheLastPlace(String objective) throws Exception {
    XgboostModel model =
        XgboostModel.train("quantile_alpha=0.5 max_depth=5 objective=" + objective, 50);
    Forest forest = Forest.read(model.ubj());
    assertEquals(objective, forest.objective());
    float[] rows = forecasts(model.thresholds(), 7);
    float[] expected = model.predictions(rows);
    float[] actual = new float[expected.length];
    forest.scorer().predict(rows, 0, actual.length, actual);
    for (int row = 0; row < actual.length; row++) {
      float difference = Math.abs(expected[row] - actual[row]);
      assertTrue(difference <= Math.ulp(expected[row]), "row " + row + " differs " + difference);
    }
  }

  @Test
  void aModelOfASingleLeafScores() throws Exception {
    XgboostModel model = XgboostModel.train("max_depth=3 gamma=1e30", 3);
    float[] rows = forecasts(model.thresholds(), 3);
    float[] expected = model.margins(rows);
    float[] actual = new float[expected.length];
    Forest.read(model.ubj()).scorer().margins(rows, 0, actual.length, actual);
    for (int row = 0; row < actual.length; row++) {
      assertSameBits(expected[row], actual[row], "row " + row);
    }
  }

  /** Rows of a forecast share two thirds of the features, unless the forecast is a wild one. */
  private static float[] forecasts(List<List<Float>> thresholds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] rows = new float[FORECASTS * ROWS_OF_FORECAST * FEATURES];
    for (int at = 0, row = 0; at < rows.length; at += FEATURES, row++) {
      boolean first = row % ROWS_OF_FORECAST == 0;
      boolean wild = row / ROWS_OF_FORECAST % 4 == 0;
      for (int f = 0; f < FEATURES; f++) {
        boolean own = first || wild || f % 3 == 0;
        rows[at + f] = own ? value(random, thresholds.get(f)) : rows[at + f - FEATURES];
      }
    }
    return rows;
  }

  /** Mostly on a threshold or right beside it, where rounding would show. */
  private static float value(SplittableRandom random, List<Float> thresholds) {
    switch (random.nextInt(8)) {
      case 0:
        return EXTREMES[random.nextInt(EXTREMES.length)];
      case 1:
        return (float) (20 * random.nextDouble() - 10);
      case 2:
        return Float.NaN;
      default:
        float at = thresholds.isEmpty() ? 0 : thresholds.get(random.nextInt(thresholds.size()));
        int beside = random.nextInt(3);
        return beside == 0 ? at : beside == 1 ? Math.nextDown(at) : Math.nextUp(at);
    }
  }

  private static void assertSameBits(float expected, float actual, String where) {
    if (Float.floatToRawIntBits(expected) != Float.floatToRawIntBits(actual)) {
      assertEquals(expected, actual, where);
      throw new AssertionError(where + ": zeros of another sign");
    }
  }
}
