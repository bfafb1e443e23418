package io.shelfcast.lake;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.or;

import io.shelfcast.event.StoreProductKey;
import java.util.function.BiPredicate;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.BinaryColumn;
import org.apache.parquet.io.api.Binary;

/** Which stores and products to read; files skip what it excludes where their statistics allow. */
public final class RowFilter {
  private static final BinaryColumn STORE = binaryColumn("store_id");
  private static final BinaryColumn PRODUCT = binaryColumn("product_id");
  private static final RowFilter ALL = new RowFilter(FilterCompat.NOOP, (store, product) -> true);

  private final FilterCompat.Filter pushedDown;
  private final BiPredicate<String, String> keep;

  private RowFilter(FilterCompat.Filter pushedDown, BiPredicate<String, String> keep) {
    this.pushedDown = pushedDown;
    this.keep = keep;
  }

  /** Every row. */
  public static RowFilter all() {
    return ALL;
  }

  /** The rows of one store. */
  public static RowFilter store(String storeId) {
    return pushDown(eq(STORE, Binary.fromString(storeId)));
  }

  /** The rows about stores as a whole. */
  public static RowFilter storeLevel() {
    return pushDown(eq(PRODUCT, null));
  }

  /** The rows of one store-product, and those about its store as a whole. */
  public static RowFilter storeProduct(StoreProductKey key) {
    FilterPredicate store = eq(STORE, Binary.fromString(key.storeId()));
    FilterPredicate product = eq(PRODUCT, Binary.fromString(key.productId()));
    return pushDown(and(store, or(product, eq(PRODUCT, null))));
  }

  /**
   * The rows that a test of storeId and productId accepts; productId is null for a row about a
   * store as a whole.
   */
  public static RowFilter where(BiPredicate<String, String> keep) {
    return new RowFilter(FilterCompat.NOOP, keep);
  }

  private static RowFilter pushDown(FilterPredicate predicate) {
    return new RowFilter(FilterCompat.get(predicate), (store, product) -> true);
  }

  FilterCompat.Filter pushedDown() {
    return pushedDown;
  }

  boolean keeps(String storeId, String productId) {
    return keep.test(storeId, productId);
  }
}
