package io.shelfcast.bench.pipeline;

/** How events fall on store-products, and what that means for coalescing. */
enum Load {
  /** Every store-product ten times a second: the forest follows once a second. */
  HOT(1_000),
  /**
   * Rates by a power law with a median of three events a day. Half a day is played some 500 times
   * as fast as life, in which the second between two runs of the forest is 2 ms: hardly anything
   * coalesces.
   */
  RETAIL(2),
  /** As {@link #RETAIL}, with the rates of the products of Online Retail. */
  ONLINE_RETAIL(2);

  private final int coalescingMillis;

  Load(int coalescingMillis) {
    this.coalescingMillis = coalescingMillis;
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
