package io.shelfcast.event;

import java.util.Objects;

/** One product in one store: the key of all state, of the table and of the stream's partitions. */
public final class StoreProductKey {
  private final String storeId;
  private final String productId;

  public StoreProductKey(String storeId, String productId) {
    this.storeId = Objects.requireNonNull(storeId);
    this.productId = Objects.requireNonNull(productId);
  }

  /** The key of an event about a product. */
  public static StoreProductKey of(Event event) {
    return new StoreProductKey(event.storeId(), event.productId());
  }

  public String storeId() {
    return storeId;
  }

  public String productId() {
    return productId;
  }

  /** The partition key on the stream. */
  public String partitionKey() {
    return storeId + "/" + productId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoreProductKey
        && storeId.equals(((StoreProductKey) other).storeId)
        && productId.equals(((StoreProductKey) other).productId);
  }

  @Override
  public int hashCode() {
    return 31 * storeId.hashCode() + productId.hashCode();
  }

  @Override
  public String toString() {
    return partitionKey();
  }
}
