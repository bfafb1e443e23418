package io.shelfcast.target;

import static io.shelfcast.target.InventoryTarget.ABSENT;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.forecast.DemandAhead;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.forecast.LeadTimeDemand;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.stock.OnHand;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.stock.Policy;
import java.util.Arrays;

/**
 * Computes the inventory target of one store-product from its state, its forecast and the bundle's
 * error quantiles: a pure function of these.
 *
 * <p>The policy is periodic review, order up to the quantile of lead-time demand asked for by the
 * service level; without a fixed cost of ordering the reorder point is that same level (Silver,
 * Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed., section 6.4.2).
 */
final class StockTargets {
  private static final int MOST_DAYS_OF_SUPPLY = 90;
  private static final long ONE = 10_000;

  /**
   * What the risk is told as, in 1/10,000: finer moves are noise to a reader, and writes to the
   * table.
   */
  private static final long[] RISKS = {
    0, 100, 200, 500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 9_500, 9_800,
    9_900, 10_000
  };

  private final StoreProduct product;
  private final Policy policy;
  private final DemandAhead ahead;
  private final LeadTimeErrors errors;
  private final double clockShare;
  private final LeadTimeDemand demand;
  private final long[] measures = new long[Measure.values().length];

  private StockTargets(
      StoreProduct product,
      Policy policy,
      StoreFacts store,
      LeadTimeErrors errors,
      GroupStatistics groups) {
    this.product = product;
    this.policy = policy;
    this.errors = errors;
    this.clockShare = store.clockShare(product.openDay(), product.asOf(store));
    this.ahead =
        new DemandAhead(
            product.hot().forecast(), groups.dayProfile(product.key().storeId()), clockShare);
    this.demand = LeadTimeDemand.over(policy, ahead, errors);
    Arrays.fill(measures, ABSENT);
  }

  /**
   * The target as of the store-product's own stream time.
   *
   * @param product with a forecast made for its open day
   */
  static InventoryTarget compute(
      StoreProduct product,
      Policy policy,
      StoreFacts store,
      LeadTimeErrors errors,
      GroupStatistics groups,
      TargetVersion version) {
    StockTargets targets = new StockTargets(product, policy, store, errors, groups);
    targets.forecastDemand();
    targets.setLevels();
    boolean atRisk = targets.weighStock();
    return new InventoryTarget(
        product.key(),
        version,
        product.asOf(store),
        atRisk,
        targets.demand.longestDays() > 30,
        targets.measures);
  }

  private void forecastDemand() {
    long sold = product.today().units();
    set(Measure.SOLD_TODAY, sold);
    set(Measure.DEMAND_TODAY, sold + Math.round(ahead.today() * ONE));
    set(Measure.DEMAND_NEXT_7, product.hot().forecast().sum(1, 8));
    set(Measure.DEMAND_NEXT_30, product.hot().forecast().sum(1, 31));
    set(Measure.LEAD_TIME_DEMAND, demand.mean());
  }

  private void setLevels() {
    set(Measure.SERVICE_LEVEL, policy.serviceLevel());
    set(Measure.PROTECTION_DAYS, policy.protectionDays());
    long level = Replenishment.level(demand, policy.serviceLevel(), policy.packSize());
    set(Measure.REORDER_POINT, level);
    set(Measure.ORDER_UP_TO_LEVEL, level);
    set(Measure.SAFETY_STOCK, level - get(Measure.LEAD_TIME_DEMAND));
  }

  /** Sets what depends on stock, where stock is known; says whether it is at risk. */
  private boolean weighStock() {
    OnHand stock = product.stock();
    OpenOrders orders = product.orders();
    long onOrder = orders.openThrough(Integer.MAX_VALUE);
    set(Measure.ON_ORDER, onOrder);
    if (!stock.isKnown()) {
      return false;
    }
    long position = stock.quantity() + onOrder;
    set(Measure.ON_HAND, stock.quantity());
    set(Measure.INVENTORY_POSITION, position);
    set(
        Measure.SUGGESTED_ORDER_QUANTITY,
        Replenishment.orderQuantity(
            get(Measure.ORDER_UP_TO_LEVEL), position, policy.packSize(), policy.minimumOrder()));
    set(
        Measure.DAYS_OF_SUPPLY,
        ahead.lasting(stock.quantity() / (double) ONE, MOST_DAYS_OF_SUPPLY));
    double risk = risk();
    set(Measure.STOCKOUT_PROBABILITY, told(risk));
    return risk > Math.min(0.5, 4 * (1 - policy.serviceLevel()));
  }

  private static long told(double risk) {
    long exact = Math.round(risk * ONE);
    int next = 1;
    while (RISKS[next] < exact) {
      next++;
    }
    return exact - RISKS[next - 1] < RISKS[next] - exact ? RISKS[next - 1] : RISKS[next];
  }

  /**
   * The greater of two: that what is there and due runs out within the protection interval, and
   * that what is there runs out before the next delivery.
   */
  private double risk() {
    OnHand stock = product.stock();
    if (stock.isEmpty()) {
      return 1;
    }
    int lastDay = product.openDay() + (int) (clockShare + policy.protectionDays());
    double due = (stock.quantity() + product.orders().openThrough(lastDay)) / (double) ONE;
    double overInterval = demand.exceeds(due);
    int next = product.orders().nextExpectedDay();
    if (next <= product.openDay() || next > lastDay) {
      return overInterval;
    }
    LeadTimeDemand untilNext =
        LeadTimeDemand.over(next - product.openDay() - clockShare, ahead, errors);
    return Math.max(overInterval, untilNext.exceeds(stock.quantity() / (double) ONE));
  }

  private long get(Measure measure) {
    return measures[measure.ordinal()];
  }

  private void set(Measure measure, long value) {
    measures[measure.ordinal()] = value;
  }

  private void set(Measure measure, double value) {
    set(measure, Math.round(value * ONE));
  }
}
