package io.shelfcast.trainer.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FrontierTest {
  /** One unit a day is wanted. */
  private static Point point(double level, double stock, double fill) {
    return new Point(level, Double.NaN, stock, 1, 1 - fill, 0, 0, 0, 0, 0, 0);
  }

  private static final Frontier FRONTIER =
      new Frontier(List.of(point(0.1, 1, 0.5), point(0.5, 2, 0.9), point(0.9, 6, 0.98)));

  @Test
  void stockAtAFillRateLiesOnTheLineBetweenTwoPoints() {
    assertEquals(4, FRONTIER.stockAtFill(0.94).orElseThrow(), 1e-9);
    assertEquals(2, FRONTIER.stockAtFill(0.9).orElseThrow(), 1e-9);
    assertEquals(1, FRONTIER.stockAtFill(0.5).orElseThrow(), 1e-9);
  }

  @Test
  void aFillRateOutsideOfTheSweepIsNotGuessed() {
    assertEquals(OptionalDouble.empty(), FRONTIER.stockAtFill(0.99));
    assertEquals(OptionalDouble.empty(), FRONTIER.stockAtFill(0.4));
  }

  @Test
  void theLeastCostIsAResultOnlyInsideOfTheSweep() {
    assertEquals(2 + 0.9, FRONTIER.leastCost(1, 9).orElseThrow(), 1e-9);
    assertEquals(
        OptionalDouble.empty(), FRONTIER.leastCost(1, 1_000), "more service may be cheaper");
    assertEquals(OptionalDouble.empty(), FRONTIER.leastCost(1, 0.1), "less may be cheaper");
  }

  @Test
  void aLeastCostAtAnEndIsSaidInASentence() {
    SimulationResult result = result();
    assertTrue(result.unfinished(1, 9).isEmpty());
    String sentence = result.unfinished(1, 1_000).get(0);
    assertTrue(
        sentence.startsWith("Shelfcast is cheapest at an end of its sweep (level 0.900)"),
        sentence);
    assertEquals(OptionalDouble.empty(), result.leastUsualCost(1, 1_000));
  }

  @Test
  void theOthersAreTheBetterOfTheUsualOnesAtTheSameFillRate() {
    SimulationResult.EqualFill equal = result().comparable();
    assertEquals(0.9, equal.fillRate());
    assertEquals(2, equal.of(OrderPolicy.SHELFCAST).orElseThrow(), 1e-9);
    assertEquals(4, equal.bestOther().orElseThrow(), 1e-9, "not that of ours with other parts");
    assertEquals(0.5, equal.saving().orElseThrow(), 1e-9);
  }

  private static SimulationResult result() {
    Map<OrderPolicy, Frontier> frontiers = new EnumMap<>(OrderPolicy.class);
    frontiers.put(OrderPolicy.SHELFCAST, FRONTIER);
    frontiers.put(OrderPolicy.SHELFCAST_NORMAL, FRONTIER);
    double[] times = {2, 3};
    OrderPolicy[] usual = {OrderPolicy.MOVING_AVERAGE_28, OrderPolicy.SEASONAL_NAIVE_7};
    for (int i = 0; i < usual.length; i++) {
      double factor = times[i];
      frontiers.put(
          usual[i],
          new Frontier(
              FRONTIER.points().stream()
                  .map(p -> point(p.level(), factor * p.averageStock(), p.fillRate()))
                  .toList()));
    }
    return new SimulationResult("test", 100, 200, new Terms(7, 0, 1, 10_000, 1), 1, 100, frontiers);
  }
}
