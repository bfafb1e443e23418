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
  private static final double WIDE = 0.9;
  private static final double MEDIAN = 0.5;

  private Replenishment() {}

  /**
   * The order-up-to level: what lead-time demand stays at or below with the probability asked, on a
   * grid so coarse that it does not follow each small move of the forecast, and so fine that it
   * costs next to nothing; a function of the forecast alone, without memory (docs/decisions/008).
   *
   * <p>A step is at most half the distance between the median and the 0.9 quantile, and a power of
   * two times a unit, so that the steps of a spread that moves are nested. Where a step is no more
   * than a unit, the level is rounded up.
   *
   * @param serviceLevel cycle service level in (0, 1)
   * @param packSize the level is whole where goods are ordered in whole units, else in 1/100 units
   */
  public static long level(LeadTimeDemand demand, double serviceLevel, long packSize) {
    double exact = demand.quantile(serviceLevel) * ONE;
    double widest = (demand.quantile(WIDE) - demand.quantile(MEDIAN)) * ONE / 2;
    long unit = packSize % ONE == 0 ? ONE : ONE / 100;
    long step = unit;
    while (2 * step <= widest) {
      step *= 2;
    }
    return step == unit ? (long) Math.ceil(exact / unit) * unit : Math.round(exact / step) * step;
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
