package io.shelfcast.trainer.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;
import org.junit.jupiter.api.Test;

class ErrorSumsTest {
  private static final double UNKNOWN = Double.NaN;

  private static ErrorSums threeDays() {
    ErrorSums sums = new ErrorSums();
    sums.addDay(4, 5);
    sums.addDay(0, 2);
    sums.addDay(6, 3);
    return sums;
  }

  @Test
  void figuresAreThoseComputedByHand() {
    ErrorSums sums = threeDays();
    assertEquals(6 / 10.0, sums.wape(), 1e-12);
    assertEquals(0, sums.bias(), 1e-12);
    assertEquals((1 / 4.0 + 3 / 6.0) / 2, sums.mape(), 1e-12);
    assertEquals((2 / 9.0 + 2 + 6 / 9.0) / 3, sums.smape(), 1e-12);
  }

  @Test
  void aDayOnWhichNothingWasWantedAndNothingForecastIsNoError() {
    ErrorSums sums = new ErrorSums();
    sums.addDay(0, 0);
    assertEquals(0, sums.smape());
    assertTrue(Double.isNaN(sums.mape()));
  }

  @Test
  void scaledErrorsAreMeansOverSeriesAndThoseThatNeverMovedAreLeftOut() {
    ErrorSums sums = new ErrorSums();
    sums.addSeries(4, 1);
    sums.addSeries(9, 4);
    sums.addSeries(1, 0);
    sums.addSeries(1, UNKNOWN);
    assertEquals((2 + 1.5) / 2, sums.rmsse(), 1e-12);
  }

  @Test
  void partsJoinedAreTheWhole() {
    ErrorSums joined = threeDays();
    joined.join(threeDays());
    joined.addDay(10, 12);
    assertEquals(14 / 30.0, joined.wape(), 1e-12);
    assertEquals(2 / 30.0, joined.bias(), 1e-12);
    assertEquals(7, joined.days());
  }

  private static Look look(double[] history, double... actual) {
    return new Look(
        new StoreProductKey("s", "p"),
        100,
        DemandClass.SMOOTH,
        history,
        history,
        actual,
        new boolean[actual.length],
        new double[actual.length],
        actual.length);
  }

  @Test
  void changesCountFromTheFirstDayWithDemandAndOnlyBetweenKnownDays() {
    Look look = look(new double[] {0, 0, 3, 5, UNKNOWN, 9, 8}, 1);
    assertEquals((4 + 1) / 2.0, look.naiveMeanSquare(), 1e-12);
  }

  @Test
  void theUnitOfDemandIsSeenFromTheData() {
    assertEquals(1, look(new double[] {1, 2, UNKNOWN}, 3).unit());
    assertEquals(0.1, look(new double[] {1, 2.3}, 0.7).unit());
    assertEquals(0, look(new double[] {1, 2.345}, 3).unit());
  }

  @Test
  void aBaselineGoesByWhatWasSoldAndExpectsNothingOnADayKnownToBeClosed() {
    Look look =
        new Look(
            new StoreProductKey("s", "p"),
            100,
            DemandClass.SMOOTH,
            new double[] {2, 2, 2, 2, 2, 2, UNKNOWN},
            new double[] {2, 2, 2, 2, 2, 2, 9},
            new double[] {1, 0},
            new boolean[] {true, false},
            null,
            2);
    double[] forecast = look.outcome(Method.MOVING_AVERAGE_7).forecast();
    assertEquals(3, forecast[0]);
    assertEquals(0, forecast[1]);
  }
}
