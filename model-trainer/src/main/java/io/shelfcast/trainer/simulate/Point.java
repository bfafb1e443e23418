package io.shelfcast.trainer.simulate;

/**
 * What one policy came to at one level, over all store-products and days.
 *
 * @param level cycle service level asked, in (0, 1)
 * @param z standard deviations added, NaN where quantiles are asked
 * @param averageStock units on the shelf in the evening, a store-product
 * @param demand units wanted a day and store-product
 * @param lost units of it that were not there
 * @param cycleService share of the times between two deliveries in which nothing was lost
 * @param covered share of protection intervals whose demand was within the position after ordering
 * @param coveredExactly the same for the level as it was before rounding to whole units and packs
 * @param orders share of the chances to order that were taken
 * @param churn what the order-up-to level moves from one day to the next, as a share of it
 * @param moves share of days on which it moves
 */
public record Point(
    double level,
    double z,
    double averageStock,
    double demand,
    double lost,
    double cycleService,
    double covered,
    double coveredExactly,
    double orders,
    double churn,
    double moves) {

  /** Share of the units wanted that were there. */
  public double fillRate() {
    return 1 - lost / demand;
  }

  /** How long the stock lasts at the mean demand. */
  public double daysOfSupply() {
    return averageStock / demand;
  }

  /** A day and store-product's cost of holding stock and of losing sales. */
  public double cost(double holding, double shortage) {
    return holding * averageStock + shortage * lost;
  }
}
