package io.shelfcast.trainer.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final double[][] EXACT = {{0, 0}};

  private static LeadTimeErrors certain() {
    return new LeadTimeErrors(
        new int[] {1}, new double[] {0.1, 0.9}, new double[][][] {EXACT, EXACT, EXACT, EXACT});
  }

  private static Outcome outcome(double forecast, double... actual) {
    double[] all = new double[31];
    Arrays.fill(all, Double.NaN);
    System.arraycopy(actual, 0, all, 0, actual.length);
    double[] same = new double[31];
    Arrays.fill(same, forecast);
    return new Outcome(DemandClass.SMOOTH, same, all, actual.length);
  }

  @Test
  void errorAndBiasAreOverKnownDays() {
    Scorecard card = Scorecard.of(List.of(outcome(2, 1, 3, Double.NaN, 4)), certain());
    assertEquals(4 / 8d, card.wape(), 1e-12);
    assertEquals(6 / 8d - 1, card.bias(), 1e-12);
    assertEquals(1, card.forecasts());
  }

  @Test
  void lossIsTheMeanOverLevelsOfWhatFallsShort() {
    Scorecard card = Scorecard.of(List.of(outcome(2, 3)), certain());
    assertEquals((0.5 + 0.8 + 0.9 + 0.95 + 0.98) / 5 / 3, card.pinball(), 1e-12);
    assertEquals(card.wape() + card.pinball(), card.score(), 1e-12);
  }

  @Test
  void aPerfectForecastLosesNothing() {
    assertEquals(0, Scorecard.of(List.of(outcome(2, 2, 2, 2)), certain()).score(), 1e-12);
  }

  @Test
  void aWorseForecastScoresWorse() {
    List<Outcome> good = List.of(outcome(2, 3, 2, 3));
    List<Outcome> bad = List.of(outcome(9, 3, 2, 3));
    assertTrue(Scorecard.of(good, certain()).score() < Scorecard.of(bad, certain()).score());
  }
}
