package io.shelfcast.event;

/** How long things are remembered. Changing one changes the meaning of stored state. */
public final class Windows {
  /** Closed business days in which a late event repairs its day and a duplicate is recognised. */
  public static final int REPAIR_DAYS = 14;

  /** Days of demand kept for each store-product: a year, its 28-day level and some slack. */
  public static final int HISTORY_DAYS = 400;

  private Windows() {}
}
