package io.shelfcast.target;

import io.shelfcast.forecast.LeadTimeDemand;

/**
 * The two rules of replenishment: how high the inventory position should be, and what to order.
 * Quantities are in 1/10,000 units.
 *
 * @see StockTargets the job's caller
 */
public final class Replenishment {
  private static final long ONE = 10_000;

  private Replenishment() {}

  /**
   * The order-up-to level: what lead-time demand stays at or below with the probability asked,
   * rounded up to whole units where goods are ordered in such, else to 1/100 units.
   *
   * @param serviceLevel cycle service level in (0, 1)
   */
  public static long level(LeadTimeDemand demand, double serviceLevel, long packSize) {
    return roundUp(demand.quantile(serviceLevel), packSize);
  }

  private static long roundUp(double units, long packSize) {
    long step = packSize % ONE == 0 ? ONE : ONE / 100;
    return (long) Math.ceil(units * ONE / step) * step;
  }

  /** What brings a position to the level, in whole packs; nothing where it is there already. */
  public static long orderQuantity(long level, long position, long packSize, long minimumOrder) {
    long missing = level - position;
    if (missing <= 0) {
      return 0;
    }
    long packs = Math.floorDiv(Math.max(missing, minimumOrder) + packSize - 1, packSize);
    return packs * packSize;
  }
}
