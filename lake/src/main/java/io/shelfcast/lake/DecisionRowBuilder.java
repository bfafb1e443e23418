package io.shelfcast.lake;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.target.Decision;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.TargetVersion;

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
  float[] remoteForecast;
  long remoteAsOf;
  String remoteClass;

  /** The day is told by the closed-through day of each row. */
  DecisionRowBuilder(int day) {}

  @Override
  public void begin() {
    after.clear();
    before.clear();
    oldestArrival = 0;
    featureSchema = null;
    features = null;
    remoteForecast = null;
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
    InventoryTarget target = after.target(key);
    Decision decision =
        new Decision(
            before.target(key),
            target,
            Decision.Reason.valueOf(reason),
            storeRevision,
            oldestArrival,
            features,
            remoteForecast == null ? null : remote(target.version()));
    return new ArchivedDecision(decision, featureSchema);
  }

  private Forecast remote(TargetVersion of) {
    return new Forecast(
        of.bundleSequence(),
        of.closedThroughDay() + 1,
        remoteAsOf,
        DemandClass.valueOf(remoteClass),
        remoteForecast,
        true);
  }
}
