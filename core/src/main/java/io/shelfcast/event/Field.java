package io.shelfcast.event;

/**
 * One field of an event: its JSON name, kind and meaning. Codec, serializer, lake columns and
 * docs/events.md all follow this table, so that a new field is one line here.
 *
 * <p>Every kind but TEXT and DATES is held as a {@code long}; see {@link Kind} for the unit.
 */
public enum Field {
  EVENT_ID("eventId", Kind.TEXT, "names the event once and for ever; a second one is a duplicate"),
  STORE_ID("storeId", Kind.TEXT, "the store"),
  PRODUCT_ID("productId", Kind.TEXT, "the product; absent on STORE and TICK"),
  OCCURRED_AT("occurredAt", Kind.INSTANT, "when it happened at the store"),
  SENT_AT("sentAt", Kind.INSTANT, "the replay's clock at sending; read as arrival in a replay"),
  QUANTITY("quantity", Kind.QUANTITY, "units; signed for ADJUST, never negative otherwise"),
  UNIT_PRICE("unitPrice", Kind.MONEY, "price of one unit as paid"),
  PROMOTION("promotion", Kind.FLAG, "sold under a promotion"),
  VOIDS_EVENT_ID("voidsEventId", Kind.TEXT, "eventId of the SALE taken back"),
  VOIDS_DAY("voidsDay", Kind.DATE, "business day of the SALE taken back"),
  ORDER_ID("orderId", Kind.TEXT, "the replenishment order"),
  EXPECTED_ON("expectedOn", Kind.DATE, "day the order is expected"),
  CANCELLED("cancelled", Kind.FLAG, "the order is cancelled"),
  REASON("reason", Kind.TEXT, "shrink, waste, transfer, …"),
  FROM("from", Kind.INSTANT, "start of the interval"),
  TO("to", Kind.INSTANT, "end of the interval, exclusive"),
  STOCKOUT_SHARE("stockoutShare", Kind.SHARE, "share of the interval or day out of stock"),
  LEAD_TIME_DAYS("leadTimeDays", Kind.DAYS, "mean lead time"),
  LEAD_TIME_SD_DAYS("leadTimeSdDays", Kind.DAYS, "standard deviation of the lead time"),
  REVIEW_PERIOD_DAYS("reviewPeriodDays", Kind.DAYS, "days between two chances to order"),
  SERVICE_LEVEL("serviceLevel", Kind.SHARE, "cycle service level asked, between 0 and 1"),
  SHORTAGE_COST("shortageCost", Kind.MONEY, "cost of one unit short"),
  HOLDING_COST("holdingCost", Kind.MONEY, "cost of one unit left over for one protection interval"),
  PACK_SIZE("packSize", Kind.QUANTITY, "orders are whole multiples of this"),
  MINIMUM_ORDER("minimumOrder", Kind.QUANTITY, "no order is smaller"),
  FROM_DAY("fromDay", Kind.DATE, "first day of the promotion"),
  TO_DAY("toDay", Kind.DATE, "last day of the promotion, inclusive"),
  DISCOUNT("discount", Kind.SHARE, "price cut as a share; 0 takes the plan back"),
  CATEGORY("category", Kind.TEXT, "the product's category"),
  LAUNCH_DAY("launchDay", Kind.DATE, "first day on sale"),
  END_DAY("endDay", Kind.DATE, "last day on sale"),
  ZONE("zone", Kind.TEXT, "time zone of the store, as in Europe/London"),
  COUNTRY("country", Kind.TEXT, "two-letter ISO 3166 code, for holidays"),
  CLOSED_DAYS("closedDays", Kind.DATES, "days the store is planned to be shut"),
  OPEN("open", Kind.FLAG, "whether the store was open that day");

  /** How a field is written in JSON and held in memory. */
  public enum Kind {
    /** JSON string of 1 to 128 characters, no control characters. */
    TEXT,
    /** JSON string, ISO-8601 with offset; held as milliseconds since the epoch. */
    INSTANT,
    /** JSON string, ISO-8601 date; held as days since the epoch. */
    DATE,
    /** JSON number of units; held in 1/10,000 units, finer input is refused. */
    QUANTITY(4),
    /** JSON number of currency units; held in minor units (1/100), finer input is refused. */
    MONEY(2),
    /** JSON number from 0 to 1; held in 1/10,000. */
    SHARE(4),
    /** JSON number of days from 0 to 90; held in 1/10,000 days. */
    DAYS(4),
    /** JSON boolean; held as 0 or 1. */
    FLAG,
    /** JSON array of at most 400 ISO-8601 dates; held as text, sorted and comma-separated. */
    DATES;

    private final int decimals;

    Kind() {
      this(0);
    }

    Kind(int decimals) {
      this.decimals = decimals;
    }

    /** How many decimal places the held {@code long} has; 0 for a kind that is no JSON number. */
    public int decimals() {
      return decimals;
    }

    /** Whether the value is held as text rather than as a {@code long}. */
    public boolean isText() {
      return this == TEXT || this == DATES;
    }
  }

  private final String json;
  private final Kind kind;
  private final String meaning;

  Field(String json, Kind kind, String meaning) {
    this.json = json;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** Name on the wire and of the lake's column. */
  public String json() {
    return json;
  }

  public Kind kind() {
    return kind;
  }

  /** One line for docs and table comments. */
  public String meaning() {
    return meaning;
  }
}
