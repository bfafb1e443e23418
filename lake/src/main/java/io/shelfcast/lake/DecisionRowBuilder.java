package io.shelfcast.lake;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.target.Decision;

/** Collects the columns of one decision. */
final class DecisionRowBuilder implements RowBuilder<ArchivedDecision> {
  final TargetColumns after = new TargetColumns();
  final TargetColumns before = new TargetColumns();
  String storeId;
  String productId;
  String reason;
  long storeRevision;
  long oldestArrival;
  String featureSchema;
  float[] features;

  /** The day is told by the closed-through day of each row. */
  DecisionRowBuilder(int day) {}

  @Override
  public void begin() {
    after.clear();
    before.clear();
    oldestArrival = 0;
    featureSchema = null;
    features = null;
  }

  @Override
  public String storeId() {
    return storeId;
  }

  @Override
  public String productId() {
    return productId;
  }

  @Override
  public ArchivedDecision end() {
    StoreProductKey key = new StoreProductKey(storeId, productId);
    Decision decision =
        new Decision(
            before.target(key),
            after.target(key),
            Decision.Reason.valueOf(reason),
            storeRevision,
            oldestArrival,
            features);
    return new ArchivedDecision(decision, featureSchema);
  }
}
