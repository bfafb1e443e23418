package io.shelfcast.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LeadTimeErrorsTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  private static LeadTimeErrors errors() {
    double[][] ofClass = {{-1, 0, 2}, {-3, 1, 4}};
    return new LeadTimeErrors(
        new int[] {1, 7}, LEVELS, new double[][][] {ofClass, ofClass, ofClass, ofClass});
  }

  @Test
  void measuredPointsAreGivenAsTheyAre() {
    assertEquals(2, errors().quantile(DemandClass.SMOOTH, 1, 0.9));
    assertEquals(-3, errors().quantile(DemandClass.LUMPY, 7, 0.1));
  }

  @Test
  void betweenMeasuredPointsIsLinear() {
    assertEquals(1, errors().quantile(DemandClass.SMOOTH, 1, 0.7), 1e-12);
    assertEquals(0.5, errors().quantile(DemandClass.SMOOTH, 4, 0.5), 1e-12);
  }

  @Test
  void beyondMeasuredPointsIsTheLastOne() {
    assertEquals(4, errors().quantile(DemandClass.SMOOTH, 90, 0.999));
    assertEquals(-1, errors().quantile(DemandClass.SMOOTH, 0.5, 0.001));
  }

  @Test
  void standardisingAndRestoringAreInverse() {
    for (double forecast : new double[] {0, 0.01, 3, 1e6}) {
      double error = LeadTimeErrors.standardised(forecast, 12.5);
      assertEquals(12.5, LeadTimeErrors.demand(forecast, error), 1e-9);
    }
    assertEquals(0, LeadTimeErrors.demand(4, -100));
  }

  @Test
  void quantilesThatDescendAreRefused() {
    double[][] descending = {{1, 0, 2}};
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new LeadTimeErrors(
                new int[] {1},
                LEVELS,
                new double[][][] {descending, descending, descending, descending}));
  }
}
