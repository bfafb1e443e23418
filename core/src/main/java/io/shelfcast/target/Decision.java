package io.shelfcast.target;

import io.shelfcast.forecast.Forecast;
import java.util.Objects;

/** A published change of a target: what stood before, what stands now, why, and from what. */
public final class Decision {
  /** Why a target was published. */
  public enum Reason {
    /** The first target of this store-product. */
    FIRST,
    /** The suggested order quantity moved materially. */
    ORDER_QUANTITY,
    /** The reorder point or order-up-to level moved materially. */
    REORDER_POINT,
    /** The stockout probability moved materially. */
    RISK,
    /** A smaller difference, settled at day close. */
    SETTLED
  }

  private final InventoryTarget before;
  private final InventoryTarget after;
  private final Reason reason;
  private final long storeRevision;
  private final long oldestArrival;
  private final float[] features;
  private final Forecast remoteForecast;

  /**
   * One that events and bundle alone account for.
   *
   * @param before what was published last, or null
   * @param storeRevision number of STORE events of the store that were followed; with the version
   *     it names the exact set of events behind the change
   * @param oldestArrival wall-clock arrival in milliseconds of the oldest event since what readers
   *     had was last found to be still good; 0 if no event caused the change
   * @param features 31 rows of the feature schema, row by row, when sampled; else null
   */
  public Decision(
      InventoryTarget before,
      InventoryTarget after,
      Reason reason,
      long storeRevision,
      long oldestArrival,
      float[] features) {
    this(before, after, reason, storeRevision, oldestArrival, features, null);
  }

  /**
   * @param remoteForecast the forecast in force where a model elsewhere made it, without which the
   *     target could not be computed again; else null
   */
  public Decision(
      InventoryTarget before,
      InventoryTarget after,
      Reason reason,
      long storeRevision,
      long oldestArrival,
      float[] features,
      Forecast remoteForecast) {
    this.before = before;
    this.after = Objects.requireNonNull(after);
    this.reason = Objects.requireNonNull(reason);
    this.storeRevision = storeRevision;
    this.oldestArrival = oldestArrival;
    this.features = features;
    this.remoteForecast = remoteForecast;
    if (after.version().isRemote() != (remoteForecast != null)) {
      throw new IllegalArgumentException("a remote forecast goes with its target");
    }
  }

  public InventoryTarget before() {
    return before;
  }

  public InventoryTarget after() {
    return after;
  }

  public Reason reason() {
    return reason;
  }

  public long storeRevision() {
    return storeRevision;
  }

  public long oldestArrival() {
    return oldestArrival;
  }

  public float[] features() {
    return features;
  }

  /** The forecast in force where a model elsewhere made it, or null. */
  public Forecast remoteForecast() {
    return remoteForecast;
  }
}
