package io.shelfcast.forecast;

import io.shelfcast.stock.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of demand from now until the end of an interval: its mean from the forecast, its
 * spread from the errors measured over intervals of that length, and, where the lead time is
 * uncertain, a mixture over the lengths it may have.
 *
 * <p>The mixture replaces the textbook's z·σ·√L, which assumes normal, independent days and ignores
 * that a longer wait also means more demand (Zipkin, Foundations of Inventory Management, 2000,
 * section 7.5).
 */
public final class LeadTimeDemand {
  private static final int MOST_LENGTHS = 61;

  /** One length the interval may have. */
  private static final class Part {
    final double weight;
    final double days;
    final double mean;

    Part(double weight, double days, double mean) {
      this.weight = weight;
      this.days = days;
      this.mean = mean;
    }
  }

  private final DemandClass demandClass;
  private final LeadTimeErrors errors;
  private final List<Part> parts = new ArrayList<>();

  private LeadTimeDemand(DemandClass demandClass, LeadTimeErrors errors) {
    this.demandClass = demandClass;
    this.errors = errors;
  }

  /** Demand over an interval of known length. */
  public static LeadTimeDemand over(double days, DemandAhead ahead, LeadTimeErrors errors) {
    LeadTimeDemand demand = new LeadTimeDemand(ahead.demandClass(), errors);
    demand.parts.add(new Part(1, days, ahead.mean(days)));
    return demand;
  }

  /** Demand over the protection interval of a policy, its lead time normal in whole-day steps. */
  public static LeadTimeDemand over(Policy policy, DemandAhead ahead, LeadTimeErrors errors) {
    double sd = policy.leadTimeSdDays();
    if (sd == 0) {
      return over(policy.protectionDays(), ahead, errors);
    }
    LeadTimeDemand demand = new LeadTimeDemand(ahead.demandClass(), errors);
    double mean = policy.leadTimeDays();
    int steps = (int) Math.min((MOST_LENGTHS - 1) / 2, Math.ceil(3 * sd));
    double total = 0;
    for (int step = -steps; step <= steps; step++) {
      total += mean + step >= 0 ? density(step / sd) : 0;
    }
    for (int step = -steps; step <= steps; step++) {
      double lead = mean + step;
      if (lead >= 0) {
        double days = lead + policy.reviewPeriodDays();
        demand.parts.add(new Part(density(step / sd) / total, days, ahead.mean(days)));
      }
    }
    return demand;
  }

  /** Of the standard normal, but for a constant; the same to the bit on every machine. */
  private static double density(double z) {
    return StrictMath.exp(-z * z / 2);
  }

  /** Expected units. */
  public double mean() {
    double sum = 0;
    for (Part part : parts) {
      sum += part.weight * part.mean;
    }
    return sum;
  }

  /** Longest length in days that the interval may have. */
  public double longestDays() {
    return parts.get(parts.size() - 1).days;
  }

  /** Probability that demand exceeds a number of units. */
  public double exceeds(double units) {
    double within = 0;
    for (Part part : parts) {
      double error = LeadTimeErrors.standardised(part.mean, units);
      within += part.weight * errors.probability(demandClass, part.days, error);
    }
    return Math.max(0, 1 - within);
  }

  /** Units that demand stays at or below with the given probability. */
  public double quantile(double level) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Part part : parts) {
      double error = errors.quantile(demandClass, part.days, level);
      double units = LeadTimeErrors.demand(part.mean, error);
      low = Math.min(low, units);
      high = Math.max(high, units);
    }
    for (int i = 0; i < 40 && parts.size() > 1; i++) {
      double middle = (low + high) / 2;
      if (exceeds(middle) > 1 - level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
