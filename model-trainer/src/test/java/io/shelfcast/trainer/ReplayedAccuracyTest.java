package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.TestBundles;
import io.shelfcast.trainer.series.Archive;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplayedAccuracyTest {
  private static final int FIRST = 20_000;

  /** Four units on even days and none on odd ones: the mean is off by 2, a week ago by 4. */
  @Test
  void judgesTheBundleInForceAndSeasonalNaiveOnTheSameDays() throws RefusedBundle {
    Archive archive = new Archive();
    for (int day = FIRST; day < FIRST + 100; day++) {
      archive.day("s", "p", day, day % 2 == 0 ? 4 : 0);
    }
    TreeMap<Integer, ModelBundle> bundles = new TreeMap<>();
    bundles.put(FIRST + 40, TestBundles.bundle(1, 1f).read());
    Map<Integer, ReplayedAccuracy.Wape> wape =
        new ReplayedAccuracy(archive.source(), bundles, 1).measure(2, Progress.SILENT);
    assertEquals(60, wape.get(1).days());
    assertEquals(1, wape.get(1).model(), 0.02);
    assertEquals(2, wape.get(1).seasonalNaive(), 0.02);
    assertEquals(31, wape.get(30).days());
    assertEquals(1, wape.get(30).model(), 0.05);
  }
}
