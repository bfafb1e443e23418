package io.shelfcast.trainer.score;

import io.shelfcast.trainer.boost.TrainingFailed;
import java.util.List;

/**
 * Error of daily forecasts, over days whose demand is known.
 *
 * @param days number of days counted, over all forecasts
 * @param demand their demand in units
 * @param wape sum of absolute errors over sum of demand
 * @param bias sum of forecasts over sum of demand, less one
 */
public record DailyError(long days, double demand, double wape, double bias) {
  /**
   * Sums up.
   *
   * @param horizonDays days of each forecast that count
   * @throws TrainingFailed if nothing was wanted on any of their days
   */
  public static DailyError of(List<Outcome> outcomes, int horizonDays) {
    long days = 0;
    double demand = 0;
    double forecast = 0;
    double off = 0;
    for (Outcome o : outcomes) {
      for (int i = 0; i < horizonDays; i++) {
        if (!Double.isNaN(o.actual()[i])) {
          days++;
          demand += o.actual()[i];
          forecast += o.forecast()[i];
          off += Math.abs(o.actual()[i] - o.forecast()[i]);
        }
      }
    }
    if (!(demand > 0)) {
      throw new TrainingFailed("there is no demand on the days to be judged", null);
    }
    return new DailyError(days, demand, off / demand, forecast / demand - 1);
  }

  /** Over all days of several errors. */
  public static DailyError sum(List<DailyError> parts) {
    long days = 0;
    double demand = 0;
    double off = 0;
    double forecast = 0;
    for (DailyError part : parts) {
      days += part.days;
      demand += part.demand;
      off += part.wape * part.demand;
      forecast += (1 + part.bias) * part.demand;
    }
    return new DailyError(days, demand, off / demand, forecast / demand - 1);
  }
}
