package io.shelfcast.job;

import io.shelfcast.demand.StoreFacts;

/** What every subtask has to know: facts of a store, or a model bundle to use from now on. */
public final class Announcement {
  private final String storeId;
  private final StoreFacts facts;
  private final BundleReference bundle;

  private Announcement(String storeId, StoreFacts facts, BundleReference bundle) {
    this.storeId = storeId;
    this.facts = facts;
    this.bundle = bundle;
  }

  public static Announcement of(String storeId, StoreFacts facts) {
    return new Announcement(storeId, facts, null);
  }

  public static Announcement of(BundleReference bundle) {
    return new Announcement(null, null, bundle);
  }

  /** Whether it is a bundle rather than a store. */
  public boolean isBundle() {
    return bundle != null;
  }

  /** Null on a bundle. */
  public String storeId() {
    return storeId;
  }

  /** Null on a bundle. */
  public StoreFacts facts() {
    return facts;
  }

  /** Null on a store. */
  public BundleReference bundle() {
    return bundle;
  }
}
