package io.shelfcast.trainer.score;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.LeadTimeErrors;
import java.util.List;

/**
 * How good some forecasts were; smaller is better.
 *
 * @param forecasts number of forecasts judged
 * @param wape sum of absolute daily errors over sum of daily demand
 * @param bias sum of daily forecasts over sum of daily demand, less one
 * @param pinball mean pinball loss of the quantiles of lead-time demand over its mean: what the
 *     uncertainty is worth
 */
public record Scorecard(int forecasts, double wape, double bias, double pinball) {
  /** The figure that decides: error of the days plus loss on lead-time demand. */
  public double score() {
    return wape + pinball;
  }

  /**
   * Judges forecasts, with the error quantiles that a reader would have been given.
   *
   * @throws io.shelfcast.trainer.boost.TrainingFailed if nothing was wanted on any of their days
   */
  public static Scorecard of(List<Outcome> outcomes, LeadTimeErrors errors) {
    DailyError daily = DailyError.of(outcomes, FeatureSchema.ROWS);
    return new Scorecard(outcomes.size(), daily.wape(), daily.bias(), pinball(outcomes, errors));
  }

  private static double pinball(List<Outcome> outcomes, LeadTimeErrors errors) {
    double loss = 0;
    double demand = 0;
    for (Outcome o : outcomes) {
      for (int days : errors.intervalDays()) {
        Outcome.LeadTime total = o.leadTime(days);
        if (total.known()) {
          loss += PinballLoss.of(o.demandClass(), days, total, errors);
          demand += total.actual();
        }
      }
    }
    return loss / demand;
  }
}
