package io.shelfcast.trainer.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.boost.TrainingFailed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeadTimeCalibrationTest {
  private static final int DAYS = 31;

  /** Forecast 5 a day; demand uniform between 0 and 10. */
  private static Outcome outcome(DemandClass c, SplittableRandom random, double factor) {
    double[] forecast = new double[DAYS];
    double[] actual = new double[DAYS];
    for (int i = 0; i < DAYS; i++) {
      forecast[i] = 5;
      actual[i] = 5 + (random.nextDouble() - 0.5) * 10 * factor;
    }
    return new Outcome(c, forecast, actual, DAYS);
  }

  private static List<Outcome> outcomes(DemandClass c, int n, int seed, double factor) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Outcome> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      all.add(outcome(c, random, factor));
    }
    return all;
  }

  private static double coverage(List<Outcome> fresh, LeadTimeErrors errors, int days, double p) {
    return fresh.stream()
        .map(o -> o.leadTime(days))
        .mapToDouble(
            l ->
                l.actual()
                        <= LeadTimeErrors.demand(
                            l.forecast(), errors.quantile(DemandClass.SMOOTH, days, p))
                    ? 1
                    : 0)
        .average()
        .orElseThrow();
  }

  @Test
  void quantilesCoverNewDemandAsOftenAsAsked() {
    LeadTimeErrors errors = LeadTimeCalibration.of(outcomes(DemandClass.SMOOTH, 20_000, 1, 1));
    List<Outcome> fresh = outcomes(DemandClass.SMOOTH, 20_000, 2, 1);
    for (int days : new int[] {1, 7, 14, 30}) {
      for (double p : new double[] {0.1, 0.5, 0.9, 0.95, 0.98}) {
        assertEquals(p, coverage(fresh, errors, days, p), 0.02, days + " days at " + p);
      }
    }
  }

  @Test
  void aClassWithFewForecastsTakesThePooledQuantiles() {
    List<Outcome> all = outcomes(DemandClass.SMOOTH, 2_000, 1, 1);
    all.addAll(outcomes(DemandClass.LUMPY, 10, 2, 3));
    double[][][] q = LeadTimeCalibration.of(all).quantiles();
    assertTrue(Arrays.equals(q[DemandClass.LUMPY.ordinal()][0], q[1][0]));
  }

  @Test
  void aClassWithManyForecastsHasItsOwnQuantiles() {
    List<Outcome> all = outcomes(DemandClass.SMOOTH, 2_000, 1, 1);
    all.addAll(outcomes(DemandClass.LUMPY, 400, 2, 3));
    LeadTimeErrors errors = LeadTimeCalibration.of(all);
    double smooth = errors.quantile(DemandClass.SMOOTH, 7, 0.9);
    assertEquals(3 * smooth, errors.quantile(DemandClass.LUMPY, 7, 0.9), smooth);
  }

  @Test
  void everyLevelIsAtLeastTheOneBelowIt() {
    for (int n : new int[] {25, 150, 205, 600}) {
      List<Outcome> all = outcomes(DemandClass.SMOOTH, n, n, 1);
      all.addAll(outcomes(DemandClass.ERRATIC, 210, 7, 0.2));
      for (double[][] ofClass : LeadTimeCalibration.of(all).quantiles()) {
        for (double[] q : ofClass) {
          for (int i = 1; i < q.length; i++) {
            assertTrue(q[i] >= q[i - 1]);
          }
        }
      }
    }
  }

  @Test
  void anIntervalLongerThanTheKnownPastIsThatOfTheLongestKnown() {
    List<Outcome> young = new ArrayList<>();
    for (Outcome o : outcomes(DemandClass.SMOOTH, 300, 1, 1)) {
      double[] actual = o.actual().clone();
      Arrays.fill(actual, 10, DAYS, Double.NaN);
      young.add(new Outcome(o.demandClass(), o.forecast(), actual, 10));
    }
    LeadTimeErrors errors = LeadTimeCalibration.of(young);
    assertEquals(
        errors.quantile(DemandClass.SMOOTH, 10, 0.9), errors.quantile(DemandClass.SMOOTH, 30, 0.9));
  }

  @Test
  void daysShortOfStockAreLeftOutOfBothSums() {
    double[] actual = new double[DAYS];
    double[] forecast = new double[DAYS];
    Arrays.fill(actual, 2);
    Arrays.fill(forecast, 3);
    actual[1] = Double.NaN;
    Outcome o = new Outcome(DemandClass.SMOOTH, forecast, actual, DAYS);
    assertEquals(new Outcome.LeadTime(18, 12, true), o.leadTime(7));
    assertEquals(false, o.leadTime(2).known());
  }

  @Test
  void nothingKnownIsSaid() {
    assertThrows(TrainingFailed.class, () -> LeadTimeCalibration.of(List.of()));
  }
}
