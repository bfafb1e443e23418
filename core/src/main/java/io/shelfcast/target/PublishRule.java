package io.shelfcast.target;

import static io.shelfcast.target.Measure.ORDER_UP_TO_LEVEL;
import static io.shelfcast.target.Measure.REORDER_POINT;
import static io.shelfcast.target.Measure.STOCKOUT_PROBABILITY;
import static io.shelfcast.target.Measure.SUGGESTED_ORDER_QUANTITY;

import java.util.EnumSet;
import java.util.Set;

/**
 * Decides when a computed target is told to readers. It only delays: what is not material now is
 * settled at day close, at drain, or when asked.
 */
final class PublishRule {
  /** What a reader acts on; the rest explains it and may lag until one of these moves. */
  private static final Set<Measure> ACTED_ON =
      EnumSet.of(
          REORDER_POINT,
          ORDER_UP_TO_LEVEL,
          STOCKOUT_PROBABILITY,
          SUGGESTED_ORDER_QUANTITY,
          Measure.SERVICE_LEVEL,
          Measure.PROTECTION_DAYS);

  /** Share of the order-up-to level by which a quantity has to move. */
  private static final double MATERIAL_SHARE = 0.1;

  /** Probability, in 1/10,000, by which the risk has to move. */
  private static final long MATERIAL_RISK = 1_000;

  private PublishRule() {}

  /** Why the change must be told at once, or null if it can wait. */
  static Decision.Reason reasonAtOnce(InventoryTarget before, InventoryTarget now, long packSize) {
    if (before == null) {
      return Decision.Reason.FIRST;
    }
    double material = Math.max(packSize, share(before));
    if (moved(SUGGESTED_ORDER_QUANTITY, before, now, material) || startsOrStops(before, now)) {
      return Decision.Reason.ORDER_QUANTITY;
    }
    if (moved(REORDER_POINT, before, now, material)
        || moved(ORDER_UP_TO_LEVEL, before, now, material)) {
      return Decision.Reason.REORDER_POINT;
    }
    if (before.atRisk() != now.atRisk()
        || moved(STOCKOUT_PROBABILITY, before, now, MATERIAL_RISK)) {
      return Decision.Reason.RISK;
    }
    return null;
  }

  private static double share(InventoryTarget target) {
    return target.has(ORDER_UP_TO_LEVEL) ? MATERIAL_SHARE * target.get(ORDER_UP_TO_LEVEL) : 0;
  }

  private static boolean moved(
      Measure measure, InventoryTarget before, InventoryTarget now, double material) {
    if (before.has(measure) != now.has(measure)) {
      return true;
    }
    return now.has(measure) && Math.abs(now.get(measure) - before.get(measure)) >= material;
  }

  private static boolean strays(Measure stock, InventoryTarget before, InventoryTarget now) {
    return before.get(stock) != now.get(stock) && moved(stock, before, now, share(now));
  }

  private static boolean startsOrStops(InventoryTarget before, InventoryTarget now) {
    return before.get(SUGGESTED_ORDER_QUANTITY) == 0 != (now.get(SUGGESTED_ORDER_QUANTITY) == 0);
  }

  /**
   * Whether a reader would act the same on both. The stock explains a target and may lag by less
   * than a share of the order-up-to level.
   */
  static boolean actsAlike(InventoryTarget before, InventoryTarget now) {
    if (before == null
        || before.atRisk() != now.atRisk()
        || strays(Measure.ON_HAND, before, now)
        || strays(Measure.ON_ORDER, before, now)) {
      return false;
    }
    for (Measure measure : ACTED_ON) {
      if (before.get(measure) != now.get(measure)) {
        return false;
      }
    }
    return true;
  }
}
