package io.shelfcast.trainer.backtest;

/** What is forecast from within a day. */
public enum IntradayMeasure {
  /** What was sold so far and what is still to come of the day. */
  TODAY("today", "today's total"),
  /**
   * The same as the job tells it: as of the newest event of the store-product, which may be hours
   * old, since ticks move no target.
   */
  TODAY_AS_TOLD("todayAsTold", "  as told"),
  /** What is still to come of the day. */
  REMAINDER("remainder", "rest of today"),
  /** The seven days after it, those of them whose demand is known. */
  NEXT_7("next7", "next 7 days");

  private final String json;
  private final String title;

  IntradayMeasure(String json, String title) {
    this.json = json;
    this.title = title;
  }

  /** Its name in the JSON. */
  public String json() {
    return json;
  }

  /** Its name for readers. */
  public String title() {
    return title;
  }
}
