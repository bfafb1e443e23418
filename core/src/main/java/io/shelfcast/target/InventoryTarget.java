package io.shelfcast.target;

import io.shelfcast.event.StoreProductKey;
import java.util.Arrays;
import java.util.Objects;

/**
 * What replenishment should aim at for one store-product, as of an instant of the stream.
 *
 * <p>All measures are held as {@code long} in 1/10,000 of their unit, so that equal targets are
 * equal to the byte.
 */
public final class InventoryTarget {
  /** Value of a measure that is not known. */
  public static final long ABSENT = Long.MIN_VALUE;

  private final StoreProductKey key;
  private final TargetVersion version;
  private final long asOf;
  private final boolean atRisk;
  private final boolean extended;
  private final long[] measures;

  /**
   * @param asOf stream time in milliseconds since the epoch
   * @param atRisk whether the stockout probability is above what the service level allows
   * @param extended whether the protection interval reaches beyond the 30 days forecast
   * @param measures by ordinal of {@link Measure}; taken without copying
   */
  public InventoryTarget(
      StoreProductKey key,
      TargetVersion version,
      long asOf,
      boolean atRisk,
      boolean extended,
      long[] measures) {
    this.key = Objects.requireNonNull(key);
    this.version = Objects.requireNonNull(version);
    this.asOf = asOf;
    this.atRisk = atRisk;
    this.extended = extended;
    this.measures = measures;
    if (measures.length != Measure.values().length) {
      throw new IllegalArgumentException(measures.length + " measures");
    }
  }

  public StoreProductKey key() {
    return key;
  }

  public TargetVersion version() {
    return version;
  }

  public long asOf() {
    return asOf;
  }

  public boolean atRisk() {
    return atRisk;
  }

  public boolean extended() {
    return extended;
  }

  public boolean has(Measure measure) {
    return measures[measure.ordinal()] != ABSENT;
  }

  /** In 1/10,000 of the measure's unit, or {@link #ABSENT}. */
  public long get(Measure measure) {
    return measures[measure.ordinal()];
  }

  /** In the measure's own unit, or NaN where absent. */
  public double value(Measure measure) {
    return has(measure) ? get(measure) / 10_000d : Double.NaN;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof InventoryTarget)) {
      return false;
    }
    InventoryTarget o = (InventoryTarget) other;
    return key.equals(o.key)
        && version.equals(o.version)
        && asOf == o.asOf
        && atRisk == o.atRisk
        && extended == o.extended
        && Arrays.equals(measures, o.measures);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, version);
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder(key + " " + version + " as of " + asOf);
    for (Measure m : Measure.values()) {
      if (has(m)) {
        s.append(' ').append(m.json()).append('=').append(value(m));
      }
    }
    return s.toString();
  }
}
