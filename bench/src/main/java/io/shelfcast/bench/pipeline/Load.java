package io.shelfcast.bench.pipeline;

/** How events fall on store-products, and what that means for coalescing. */
enum Load {
  /** Every store-product ten times a second: the forest follows once a second. */
  HOT(1_000, 1_600_000),
  /**
   * Rates by a power law with a median of three events a day. Half a day is played some 500 times
   * as fast as life, in which the second between two runs of the forest is 2 ms: hardly anything
   * coalesces.
   */
  RETAIL(2, 700_000),
  /** As {@link #RETAIL}, with the rates of the products of Online Retail. */
  ONLINE_RETAIL(2, 700_000);

  private final int coalescingMillis;
  private final int events;

  Load(int coalescingMillis, int events) {
    this.coalescingMillis = coalescingMillis;
    this.events = events;
  }

  /** How many there are. */
  int events() {
    return events;
  }

  /** Events before what is measured: by then everything is compiled. */
  int firstMeasured(Contestant contestant) {
    return contestant == Contestant.NAIVE ? 10_000 : events / 2;
  }

  /** Events up to the end of what is measured; the slow one is given fewer. */
  int lastMeasured(Contestant contestant) {
    return contestant == Contestant.NAIVE ? 25_000 : events - events / 8;
  }

  int coalescingMillis() {
    return coalescingMillis;
  }

  String json() {
    return switch (this) {
      case HOT -> "hot";
      case RETAIL -> "retail";
      case ONLINE_RETAIL -> "onlineRetail";
    };
  }
}
