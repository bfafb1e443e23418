package io.shelfcast.trainer.simulate;

import io.shelfcast.forecast.DemandAhead;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.forecast.LeadTimeDemand;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.Replenishment;
import io.shelfcast.trainer.rows.Mornings.Morning;

/**
 * The order-up-to levels of one forecast over the whole sweep: by quantiles of lead-time demand, as
 * the job sets them, or by what textbooks add to the mean.
 *
 * @see LeadTimeDemand
 * @see Replenishment
 */
final class Levels {
  private static final double ONE = 10_000;

  private final Terms terms;
  private final Policy policy;
  private final DemandAhead ahead;

  /**
   * @param daily units expected on this day and those after it
   */
  Levels(Terms terms, Policy policy, Morning morning, double[] daily, GroupStatistics groups) {
    this.terms = terms;
    this.policy = policy;
    this.ahead = morning.ahead(morning.asOf(), daily, groups);
  }

  /** By measured quantiles, at each point of a policy's sweep; see {@link SeriesPlan}. */
  void byQuantiles(OrderPolicy of, LeadTimeErrors errors, SeriesPlan.Row into) {
    LeadTimeDemand demand = LeadTimeDemand.over(policy, ahead, errors);
    for (int point = 0; point < OrderPolicy.points(); point++) {
      double level = of.level(point);
      into.set(
          point, Replenishment.level(demand, level, policy.packSize()), demand.quantile(level));
    }
  }

  /**
   * By z·σ·√P above the mean of the protection interval; an uncertain lead time adds its own
   * variance (Silver, Pyke and Thomas, 4th ed., section 6.10).
   *
   * @param deviation of one day's error
   */
  void byDeviation(OrderPolicy of, double deviation, SeriesPlan.Row into) {
    double mean = ahead.mean(terms.protectionDays());
    double ofLeadTime = mean / terms.protectionDays() * terms.leadTimeSdDays();
    double sigma =
        Math.sqrt(terms.protectionDays() * deviation * deviation + ofLeadTime * ofLeadTime);
    for (int point = 0; point < OrderPolicy.points(); point++) {
      double units = Math.max(0, mean + of.z(point) * sigma);
      into.set(point, (long) (Math.ceil(units) * ONE), units);
    }
  }
}
