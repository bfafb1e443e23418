package io.shelfcast.job;

import io.shelfcast.demand.StoreFacts;

/**
 * What every subtask has to know: facts of a store, a model bundle to use from now on, or that the
 * input ends and how far its time came.
 */
public final class Announcement {
  /** What it is about. */
  public enum Kind {
    STORE,
    BUNDLE,
    END
  }

  private final Kind kind;
  private final String storeId;
  private final StoreFacts facts;
  private final BundleReference bundle;
  private final long endedAt;

  private Announcement(
      Kind kind, String storeId, StoreFacts facts, BundleReference bundle, long endedAt) {
    this.kind = kind;
    this.storeId = storeId;
    this.facts = facts;
    this.bundle = bundle;
    this.endedAt = endedAt;
  }

  public static Announcement of(String storeId, StoreFacts facts) {
    return new Announcement(Kind.STORE, storeId, facts, null, 0);
  }

  public static Announcement of(BundleReference bundle) {
    return new Announcement(Kind.BUNDLE, null, null, bundle, 0);
  }

  /**
   * The input ends.
   *
   * @param endedAt stream time of the newest event, in milliseconds
   */
  public static Announcement end(long endedAt) {
    return new Announcement(Kind.END, null, null, null, endedAt);
  }

  public Kind kind() {
    return kind;
  }

  /** Of a STORE. */
  public String storeId() {
    return storeId;
  }

  /** Of a STORE. */
  public StoreFacts facts() {
    return facts;
  }

  /** Of a BUNDLE. */
  public BundleReference bundle() {
    return bundle;
  }

  /** Of an END. */
  public long endedAt() {
    return endedAt;
  }
}
