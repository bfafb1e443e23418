package io.shelfcast.job.archive;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;

/** Some days of arrival in the archive, in UTC, of all or some store-products. */
public final class ArchivedDays implements Serializable {
  private static final long serialVersionUID = 1;

  private final int from;
  private final int to;
  private final String storeId;
  private final String productId;

  /**
   * @param from first day, since the epoch
   * @param to last day
   * @param storeId the only store, or null for all
   * @param productId the only product, or null for all
   */
  public ArchivedDays(int from, int to, String storeId, String productId) {
    this.from = from;
    this.to = to;
    this.storeId = storeId;
    this.productId = productId;
  }

  /** First instant of arrival. */
  public long liveFrom() {
    return TimeUnit.DAYS.toMillis(from);
  }

  /** First instant that is too late. */
  public long end() {
    return TimeUnit.DAYS.toMillis(to + 1);
  }

  /** First business day to be read. */
  public int firstToRead(Snapshot snapshot) {
    return Math.min(from, snapshot.firstDay(LakeTable.EVENTS).orElse(from));
  }

  /** Last business day: east of Greenwich the next one begins before the day of arrival ends. */
  public int lastToRead() {
    return to + 1;
  }

  /** The rows to be read: of a store-product also what is about its store as a whole. */
  RowFilter rows() {
    if (storeId != null) {
      return productId == null
          ? RowFilter.store(storeId)
          : RowFilter.storeProduct(new StoreProductKey(storeId, productId));
    }
    return productId == null
        ? RowFilter.all()
        : RowFilter.where((store, product) -> product == null || productId.equals(product));
  }
}
