package io.shelfcast.target;

/** One number of an inventory target: its name for readers, its unit and its meaning. */
public enum Measure {
  ON_HAND("onHand", Unit.UNITS, "stock on hand; absent until the first COUNT; never below zero"),
  ON_ORDER("onOrder", Unit.UNITS, "ordered and not yet received"),
  INVENTORY_POSITION("inventoryPosition", Unit.UNITS, "on hand plus on order"),
  REORDER_POINT(
      "reorderPoint", Unit.UNITS, "order when the inventory position is at or below this"),
  ORDER_UP_TO_LEVEL("orderUpToLevel", Unit.UNITS, "what the position should be after ordering"),
  SAFETY_STOCK("safetyStock", Unit.UNITS, "reorder point less expected lead-time demand"),
  STOCKOUT_PROBABILITY(
      "stockoutProbability",
      Unit.PROBABILITY,
      "that demand exceeds the position over the interval"),
  DAYS_OF_SUPPLY("daysOfSupply", Unit.DAYS, "how long the stock on hand lasts at the forecast"),
  SUGGESTED_ORDER_QUANTITY(
      "suggestedOrderQuantity", Unit.UNITS, "to order now, in whole packs; zero if none is needed"),
  SERVICE_LEVEL("serviceLevel", Unit.PROBABILITY, "cycle service level the target is made for"),
  PROTECTION_DAYS("protectionDays", Unit.DAYS, "protection interval: lead time plus review period"),
  LEAD_TIME_DEMAND("leadTimeDemand", Unit.UNITS, "expected demand over the protection interval"),
  SOLD_TODAY("soldToday", Unit.UNITS, "sold so far on the open business day"),
  DEMAND_TODAY("demandToday", Unit.UNITS, "sold so far plus the forecast of the day's remainder"),
  DEMAND_NEXT_7("demandNext7", Unit.UNITS, "forecast of the 7 days after the open one"),
  DEMAND_NEXT_30("demandNext30", Unit.UNITS, "forecast of the 30 days after the open one");

  /** How the number is read; all are held in 1/10,000 of it. */
  public enum Unit {
    UNITS,
    DAYS,
    PROBABILITY
  }

  private final String json;
  private final Unit unit;
  private final String meaning;

  Measure(String json, Unit unit, String meaning) {
    this.json = json;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Name of the table's attribute and of the lake's column. */
  public String json() {
    return json;
  }

  public Unit unit() {
    return unit;
  }

  /** One line for docs and table comments. */
  public String meaning() {
    return meaning;
  }
}
