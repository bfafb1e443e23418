package io.shelfcast.job.scoring;

import io.shelfcast.event.StoreProductKey;
import java.io.Serializable;

/** Which model is tried beside the one in use, and for which share of store-products. */
public final class ShadowModel implements Serializable {
  private static final long serialVersionUID = 1;
  private static final ShadowModel NONE = new ShadowModel(null, 0);

  private final RemoteScorer.Opener opener;
  private final int perTenThousand;

  /** A model for a share of store-products in 1/10,000, always the same ones. */
  public ShadowModel(RemoteScorer.Opener opener, int perTenThousand) {
    this.opener = opener;
    this.perTenThousand = perTenThousand;
  }

  public static ShadowModel none() {
    return NONE;
  }

  public boolean isNone() {
    return opener == null;
  }

  boolean covers(StoreProductKey key) {
    return Math.floorMod(key.hashCode() * 0x9E3779B97F4A7C15L >>> 32, 10_000) < perTenThousand;
  }

  RemoteScorer open() {
    return opener.open();
  }
}
