package io.shelfcast.feature;

/** Names and order of the features; its hash ties a model to the code that computes its input. */
public final class FeatureSchema {
  /** Rows of one forecast: the remainder of the open day, then the 30 days after it. */
  public static final int ROWS = 31;

  private FeatureSchema() {}

  /** Number of features in a row. */
  public static int count() {
    return 48;
  }

  /** SHA-256 over the names in order, in hex. */
  public static String hash() {
    return "not yet";
  }
}
