package io.shelfcast.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.forecast.DemandAhead;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.forecast.LeadTimeDemand;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.model.TestBundles;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplenishmentTest {
  private static final long UNIT = 10_000;
  private static final double[] LEVELS = {0.1, 0.5, 0.9, 0.99};

  @Test
  void aNoisyForecastMovesTheLevelLessThanHalfAsOften() {
    Random random = new Random(1);
    int moved = 0;
    int exactMoved = 0;
    long last = 0;
    double lastExact = 0;
    for (int day = 0; day < 5_000; day++) {
      double trend = 10 + 5 * Math.sin(day / 100d);
      LeadTimeDemand demand = demand(trend * (1 + 0.03 * random.nextGaussian()));
      long now = Replenishment.level(demand, 0.95, UNIT);
      double exact = Math.ceil(demand.quantile(0.95));
      moved += now == last ? 0 : 1;
      exactMoved += exact == lastExact ? 0 : 1;
      last = now;
      lastExact = exact;
    }
    assertTrue(2 * moved < exactMoved, moved + " moves instead of " + exactMoved);
  }

  @Test
  void theLevelStraysByLessThanAQuarterOfTheSpread() {
    for (double daily = 0.05; daily < 1_000; daily *= 1.07) {
      LeadTimeDemand demand = demand(daily);
      double exact = demand.quantile(0.95);
      double spread = demand.quantile(0.9) - demand.quantile(0.5);
      double level = Replenishment.level(demand, 0.95, UNIT) / (double) UNIT;
      assertTrue(Math.abs(level - exact) <= Math.max(1, spread / 4), exact + " became " + level);
      assertEquals(Math.rint(level), level);
    }
  }

  @Test
  void onAverageItIsWhatWasAsked() {
    double exact = 0;
    double level = 0;
    for (double daily = 20; daily < 400; daily *= 1.003) {
      exact += demand(daily).quantile(0.95);
      level += Replenishment.level(demand(daily), 0.95, UNIT) / (double) UNIT;
    }
    assertEquals(1, level / exact, 0.005);
  }

  @Test
  void slowMoversAreRoundedUpToWholeUnitsAndWeighedGoodsToHundredths() {
    LeadTimeDemand slow = demand(0.05);
    double exact = slow.quantile(0.95);
    assertEquals(Math.ceil(exact) * UNIT, Replenishment.level(slow, 0.95, UNIT));
    long weighed = Replenishment.level(slow, 0.95, UNIT / 10);
    assertEquals(0, weighed % (UNIT / 100));
    assertTrue(Math.abs(weighed / (double) UNIT - exact) < 0.25);
  }

  /** Over eight days, with errors of about two roots of the forecast. */
  private static LeadTimeDemand demand(double daily) {
    float[] days = new float[31];
    Arrays.fill(days, (float) daily);
    Forecast forecast = new Forecast(1, 20_000, 0, DemandClass.SMOOTH, days);
    double[][][] quantiles = new double[DemandClass.values().length][1][];
    for (double[][] ofClass : quantiles) {
      ofClass[0] = new double[] {-2.56, 0, 2.56, 4.65};
    }
    return LeadTimeDemand.over(
        8,
        new DemandAhead(forecast, TestBundles.statistics().dayProfile(), 0),
        new LeadTimeErrors(new int[] {8}, LEVELS, quantiles));
  }
}
