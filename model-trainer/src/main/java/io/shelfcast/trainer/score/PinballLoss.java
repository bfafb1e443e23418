package io.shelfcast.trainer.score;

import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.LeadTimeErrors;

/** What quantiles of lead-time demand cost: missing above and below weighed by the level asked. */
public final class PinballLoss {
  private static final double[] JUDGED_LEVELS = {0.5, 0.8, 0.9, 0.95, 0.98};

  private PinballLoss() {}

  /** The mean loss in units over levels from the median to 0.98. */
  public static double of(
      DemandClass demandClass, int days, Outcome.LeadTime total, LeadTimeErrors errors) {
    double loss = 0;
    for (double level : JUDGED_LEVELS) {
      double error = errors.quantile(demandClass, days, level);
      double missing = total.actual() - LeadTimeErrors.demand(total.forecast(), error);
      loss += Math.max(level * missing, (level - 1) * missing);
    }
    return loss / JUDGED_LEVELS.length;
  }
}
