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
  private static final double[] JUDGED_LEVELS = {0.5, 0.8, 0.9, 0.95, 0.98};

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
          loss += meanLoss(o, days, total, errors);
          demand += total.actual();
        }
      }
    }
    return loss / demand;
  }

  private static double meanLoss(
      Outcome outcome, int days, Outcome.LeadTime total, LeadTimeErrors errors) {
    double loss = 0;
    for (double level : JUDGED_LEVELS) {
      double error = errors.quantile(outcome.demandClass(), days, level);
      double missing = total.actual() - LeadTimeErrors.demand(total.forecast(), error);
      loss += Math.max(level * missing, (level - 1) * missing);
    }
    return loss / JUDGED_LEVELS.length;
  }
}
