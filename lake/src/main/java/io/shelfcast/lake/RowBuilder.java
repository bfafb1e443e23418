package io.shelfcast.lake;

/** Collects the values of one row after the other while a file is read. */
interface RowBuilder<T> {
  /** Forgets the row before. */
  void begin();

  /** The store of the row being read. */
  String storeId();

  /** The product of the row being read, or null. */
  String productId();

  /**
   * The row.
   *
   * @throws IllegalArgumentException if the values make no row
   */
  T end();
}
