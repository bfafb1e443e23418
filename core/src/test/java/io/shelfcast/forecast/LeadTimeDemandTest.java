package io.shelfcast.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import io.shelfcast.event.Stamp;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.stock.Policy;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadTimeDemandTest {
  private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

  /** Quantiles of the standard normal at {@link #LEVELS}. */
  private static final double[] NORMAL = {
    -2.326, -1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645, 2.326
  };

  @Test
  void anIntervalFromMidnightIsTheSumOfItsDays() {
    DemandAhead ahead = ahead(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertEquals(1, ahead.mean(1), 1e-9);
    assertEquals(1 + 2 + 3, ahead.mean(3), 1e-9);
    assertEquals(1 + 2 + 3 + 4 * groups().dayProfile().elapsed(0.5), ahead.mean(3.5), 1e-9);
  }

  @Test
  void anIntervalFromNoonTakesTheRestOfTheDayAndPartOfTheLast() {
    DemandAhead ahead = ahead(0.5, 10, 20, 40);
    double morning = groups().dayProfile().elapsed(0.5);
    assertEquals(10 * (1 - morning) + 20 * morning, ahead.mean(1), 1e-9);
  }

  @Test
  void beyondThirtyDaysTheWeekdaysRepeat() {
    float[] daily = new float[FeatureSchema.ROWS];
    for (int i = 0; i < daily.length; i++) {
      daily[i] = i % 7;
    }
    Forecast forecast = new Forecast(1, 0, 0, DemandClass.SMOOTH, daily);
    for (int n = 31; n < 90; n++) {
      assertEquals(n % 7, forecast.day(n), 1e-6, "day " + n);
    }
  }

  @Test
  void quantileAndExceedanceAreInverse() {
    DemandAhead ahead = ahead(0.3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
    for (double sd : new double[] {0, 0.7, 2}) {
      LeadTimeDemand demand = LeadTimeDemand.over(policy(4, sd), ahead, errors());
      for (double level : new double[] {0.1, 0.5, 0.9, 0.95, 0.98}) {
        assertEquals(1 - level, demand.exceeds(demand.quantile(level)), 1e-6);
      }
    }
  }

  @Test
  void anUncertainLeadTimeAgreesWithMonteCarlo() {
    float[] flat = new float[FeatureSchema.ROWS];
    Arrays.fill(flat, 9);
    Forecast forecast = new Forecast(1, 0, 0, DemandClass.SMOOTH, flat);
    DemandAhead ahead = new DemandAhead(forecast, groups().dayProfile(), 0);
    LeadTimeDemand demand = LeadTimeDemand.over(policy(6, 2), ahead, errors());
    Random random = new Random(7);
    double[] drawn = new double[200_000];
    for (int i = 0; i < drawn.length; i++) {
      long lead;
      do {
        lead = Math.round(6 + 2 * random.nextGaussian());
      } while (lead < 0 || lead > 12);
      double mean = 9 * (lead + 1.0);
      drawn[i] = Math.max(0, mean + random.nextGaussian() * Math.sqrt(mean));
    }
    Arrays.sort(drawn);
    for (double level : new double[] {0.25, 0.5, 0.75, 0.9, 0.95}) {
      double expected = drawn[(int) (level * drawn.length)];
      assertEquals(expected, demand.quantile(level), 0.02 * expected, "level " + level);
    }
    assertTrue(demand.longestDays() == 13);
  }

  @Test
  void noProbabilityIsSurerThanWhatWasMeasured() {
    LeadTimeDemand demand = LeadTimeDemand.over(2, ahead(0, 5, 5, 5), errors());
    assertEquals(0.01, demand.exceeds(1_000), 1e-9);
    assertEquals(0.99, demand.exceeds(0), 1e-9);
  }

  private static Policy policy(double lead, double sd) {
    Event event =
        Event.of(EventType.POLICY)
            .with(Field.EVENT_ID, "policy")
            .with(Field.STORE_ID, "s")
            .with(Field.PRODUCT_ID, "p")
            .with(Field.OCCURRED_AT, 0)
            .with(Field.LEAD_TIME_DAYS, Math.round(lead * 10_000))
            .with(Field.LEAD_TIME_SD_DAYS, Math.round(sd * 10_000))
            .with(Field.REVIEW_PERIOD_DAYS, 10_000)
            .with(Field.SERVICE_LEVEL, 9_500)
            .build();
    return Policy.of(event, Stamp.of(event));
  }

  private static DemandAhead ahead(double clockShare, float... days) {
    float[] daily = Arrays.copyOf(days, FeatureSchema.ROWS);
    Forecast forecast = new Forecast(1, 0, 0, DemandClass.SMOOTH, daily);
    return new DemandAhead(forecast, groups().dayProfile(), clockShare);
  }

  private static GroupStatistics groups() {
    double[] profile = new double[25];
    for (int hour = 0; hour <= 24; hour++) {
      profile[hour] = Math.max(0, Math.min(1, (hour - 8) / 12d));
    }
    return new GroupStatistics(
        new DayProfile(profile), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 1);
  }

  private static LeadTimeErrors errors() {
    double[][][] quantiles = new double[DemandClass.values().length][][];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = new double[][] {NORMAL, NORMAL};
    }
    return new LeadTimeErrors(new int[] {1, 30}, LEVELS, quantiles);
  }
}
