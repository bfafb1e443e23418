package io.shelfcast.trainer.score;

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

  /** Judges forecasts, with the error quantiles that a reader would have been given. */
  public static Scorecard of(List<Outcome> outcomes, LeadTimeErrors errors) {
    double demand = 0;
    double forecast = 0;
    double off = 0;
    for (Outcome o : outcomes) {
      for (int i = 0; i < o.actual().length; i++) {
        if (!Double.isNaN(o.actual()[i])) {
          demand += o.actual()[i];
          forecast += o.forecast()[i];
          off += Math.abs(o.actual()[i] - o.forecast()[i]);
        }
      }
    }
    return new Scorecard(
        outcomes.size(), off / demand, forecast / demand - 1, pinball(outcomes, errors));
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
