package io.shelfcast.trainer.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.model.Forest;
import io.shelfcast.model.RefusedBundle;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What xgboost can save and the scorer does not know, and files that are damaged. */
class RefusedXgboostModelTest {
  @BeforeAll
  static void xgboostLoads() {
    NativeXgboost.require();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "booster=dart|The model's booster is 'dart' and not gbtree.",
        "booster=gblinear|The model's booster is 'gblinear' and not gbtree.",
        "objective=multi:softprob num_class=30|The model's objective 'multi:softprob' is not known"
            + " here.",
        "objective=reg:pseudohubererror|The model's objective 'reg:pseudohubererror' is not known"
            + " here.",
        "objective=reg:quantileerror quantile_alpha=[0.1,0.5,0.9]|The model predicts several"
            + " numbers a row instead of one.",
        "categorical=3 tree_method=hist max_cat_to_onehot=1|has categorical splits",
      })
  void otherKindsOfModelAreRefused(String settings, String reason) throws Exception {
    byte[] ubj = XgboostModel.train(settings, 5).ubj();
    String message = assertThrows(RefusedBundle.class, () -> Forest.read(ubj)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void aModelSavedAsJsonIsRefused() throws Exception {
    byte[] json = XgboostModel.train("max_depth=2", 2).json();
    assertThrows(RefusedBundle.class, () -> Forest.read(json));
  }

  @Test
  void aFileCutAnywhereIsRefused() throws Exception {
    byte[] ubj = XgboostModel.train("max_depth=5 subsample=0.5", 20).ubj();
    for (int length = 0; length < ubj.length; length += 97) {
      byte[] cut = Arrays.copyOf(ubj, length);
      assertThrows(RefusedBundle.class, () -> Forest.read(cut), "cut to " + length);
    }
    byte[] longer = Arrays.copyOf(ubj, ubj.length + 1);
    assertThrows(RefusedBundle.class, () -> Forest.read(longer));
  }

  @Test
  void flippedBitsNeverCrash() throws Exception {
    byte[] ubj = XgboostModel.train("max_depth=3 objective=reg:tweedie", 4).ubj();
    SplittableRandom random = new SplittableRandom(13);
    float[] rows = new float[40 * XgboostModel.FEATURES];
    int refused = 0;
    int rounds = 20_000;
    for (int round = 0; round < rounds; round++) {
      byte[] damaged = ubj.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        damaged[random.nextInt(ubj.length)] ^= (byte) (1 << random.nextInt(8));
      }
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Float.intBitsToFloat(random.nextInt());
      }
      refused += scoresOrRefuses(damaged, rows) ? 0 : 1;
    }
    assertTrue(refused > rounds / 10 && refused < rounds, refused + " refused");
  }

  private static boolean scoresOrRefuses(byte[] ubj, float[] rows) {
    try {
      Forest forest = Forest.read(ubj);
      int count = rows.length / forest.featureCount();
      forest.scorer().predict(rows, 0, count, new float[count]);
      return true;
    } catch (RefusedBundle e) {
      assertEquals('.', e.getMessage().charAt(e.getMessage().length() - 1), e.getMessage());
      return false;
    }
  }
}
