package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.score.LeadTimeCalibration;
import io.shelfcast.trainer.score.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final int DAYS = 31;

  /** Whole-number demand around a forecast that is right on average. */
  private static List<Outcome> outcomes(int count, double mean, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] actual = new double[DAYS];
      double[] forecast = new double[DAYS];
      double level = mean * (0.5 + random.nextDouble());
      for (int d = 0; d < DAYS; d++) {
        actual[d] = poisson(level, random);
        forecast[d] = level;
      }
      outcomes.add(new Outcome(DemandClass.SMOOTH, forecast, actual, DAYS));
    }
    return outcomes;
  }

  private static int poisson(double mean, SplittableRandom random) {
    double limit = Math.exp(-mean);
    int n = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      n++;
    }
    return n;
  }

  private static Coverage of(List<Outcome> judged, LeadTimeErrors errors) {
    Coverage coverage = new Coverage();
    for (int i = 0; i < judged.size(); i++) {
      coverage.add(new StoreProductKey("s", "p" + i), 100, judged.get(i), errors, 1);
    }
    return coverage;
  }

  @Test
  void quantilesOfTheSameDistributionCoverWhatTheyPromiseForFastAndSlowMovers() {
    for (double mean : new double[] {8, 0.6, 0.15}) {
      LeadTimeErrors errors = LeadTimeCalibration.of(outcomes(6_000, mean, 1));
      Coverage coverage = of(outcomes(6_000, mean, 2), errors);
      for (int i = 0; i < Coverage.INTERVALS.length; i++) {
        for (int l = 0; l < Coverage.LEVELS.length; l++) {
          assertEquals(
              Coverage.LEVELS[l],
              coverage.covered(i, l),
              0.02,
              "mean " + mean + ", days " + Coverage.INTERVALS[i]);
        }
      }
      assertEquals(coverage.covered(1, 2), coverage.covered(DemandClass.SMOOTH, 1, 2));
      assertEquals(0, coverage.counted(DemandClass.LUMPY, 1));
      assertEquals(1, Arrays.stream(coverage.histogram(1)).sum(), 1e-9);
    }
  }

  @Test
  void quantilesOfAQuieterTimeCoverLess() {
    LeadTimeErrors errors = LeadTimeCalibration.of(outcomes(4_000, 8, 1));
    List<Outcome> wild = new ArrayList<>();
    for (Outcome calm : outcomes(4_000, 8, 2)) {
      double[] actual = Arrays.stream(calm.actual()).map(units -> units > 8 ? 20 : 0).toArray();
      wild.add(new Outcome(DemandClass.SMOOTH, calm.forecast(), actual, DAYS));
    }
    Coverage coverage = of(wild, errors);
    assertTrue(coverage.covered(0, 2) < 0.85, "covered " + coverage.covered(0, 2));
  }
}
