package io.shelfcast.target;

import java.util.Objects;

/**
 * Says which of two targets of one store-product is newer: by generation, closed-through day,
 * bundle sequence, events applied, in this order; and of two with the same events, the one whose
 * forecast has seen them all, and then the one whose forecast a model elsewhere made, since that
 * comes after the bundle's own.
 *
 * <p>The generation stands apart from {@link #ordered()} because a rebuilt job differs from the one
 * it replaces in nothing else.
 */
public final class TargetVersion implements Comparable<TargetVersion> {
  private final long generation;
  private final int closedThroughDay;
  private final long bundleSequence;
  private final long eventsApplied;
  private final boolean caughtUp;
  private final boolean remote;

  /**
   * One whose forecast the bundle made.
   *
   * @param generation greater for each job that started from nothing or from the lake
   * @param closedThroughDay last closed business day, in days since the epoch
   * @param bundleSequence of the model bundle
   * @param eventsApplied to this store-product and its store
   * @param caughtUp whether the forecast has seen all of these; it may lag behind the policy
   */
  public TargetVersion(
      long generation,
      int closedThroughDay,
      long bundleSequence,
      long eventsApplied,
      boolean caughtUp) {
    this(generation, closedThroughDay, bundleSequence, eventsApplied, caughtUp, false);
  }

  /**
   * @param remote whether a model elsewhere made the forecast
   */
  public TargetVersion(
      long generation,
      int closedThroughDay,
      long bundleSequence,
      long eventsApplied,
      boolean caughtUp,
      boolean remote) {
    this.generation = generation;
    this.closedThroughDay = closedThroughDay;
    this.bundleSequence = bundleSequence;
    this.eventsApplied = eventsApplied;
    this.caughtUp = caughtUp;
    this.remote = remote;
  }

  public long generation() {
    return generation;
  }

  public int closedThroughDay() {
    return closedThroughDay;
  }

  public long bundleSequence() {
    return bundleSequence;
  }

  public long eventsApplied() {
    return eventsApplied;
  }

  /** Whether the forecast has seen all events applied. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** Whether a model elsewhere made the forecast. */
  public boolean isRemote() {
    return remote;
  }

  /** All but the generation, as text that sorts as the version does; closed day not negative. */
  public String ordered() {
    return String.format(
        "d%07d-b%010d-e%015d-f%d%s",
        closedThroughDay, bundleSequence, eventsApplied, caughtUp ? 1 : 0, remote ? "r" : "");
  }

  @Override
  public int compareTo(TargetVersion o) {
    int c = Long.compare(generation, o.generation);
    c = c != 0 ? c : Integer.compare(closedThroughDay, o.closedThroughDay);
    c = c != 0 ? c : Long.compare(bundleSequence, o.bundleSequence);
    c = c != 0 ? c : Long.compare(eventsApplied, o.eventsApplied);
    c = c != 0 ? c : Boolean.compare(caughtUp, o.caughtUp);
    return c != 0 ? c : Boolean.compare(remote, o.remote);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TargetVersion && compareTo((TargetVersion) other) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        generation, closedThroughDay, bundleSequence, eventsApplied, caughtUp, remote);
  }

  @Override
  public String toString() {
    return "g" + generation + "-" + ordered();
  }
}
