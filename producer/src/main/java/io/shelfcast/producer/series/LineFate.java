package io.shelfcast.producer.series;

/** What became of one line of a data set; each line has exactly one. */
public enum LineFate {
  /** Became one or more days of a series. */
  DAY("day"),
  /** Became a day whose negative quantity was taken as zero. */
  NEGATIVE_AS_ZERO("negativeAsZero"),
  /** Became a SALE. */
  SALE("sale"),
  /** Became a SALE without a price, since the price was finer than minor units. */
  SALE_WITHOUT_PRICE("saleWithoutPrice"),
  /** Became a SALE at price zero: a named customer took it for nothing. */
  GIVEN_AWAY("givenAway"),
  /** Became a VOID of an earlier sale. */
  VOID("void"),
  /** Became a RETURN. */
  RETURN("return"),
  /** Became an ADJUST downwards: goods lost, damaged or thrown away. */
  SHRINK("shrink"),
  /** Became an ADJUST upwards: goods found. */
  FOUND("found"),
  /** Postage, fees, vouchers, tests: nothing that lies on a shelf. */
  NOT_A_PRODUCT("notAProduct"),
  /** Stands in the next file too, and is read there. */
  OVERLAP("overlap"),
  /** Outside the days asked for. */
  OUTSIDE_DATES("outsideDates"),
  /** About a product that was not asked for. */
  OTHER_PRODUCT("otherProduct"),
  /** Says two things at once, such as a cancellation of a positive quantity. */
  CONTRADICTORY("contradictory"),
  /** Cannot be read. */
  UNREADABLE("unreadable");

  private final String json;

  LineFate(String json) {
    this.json = json;
  }

  /** Name in the ledger. */
  public String json() {
    return json;
  }
}
