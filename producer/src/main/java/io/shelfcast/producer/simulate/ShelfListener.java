package io.shelfcast.producer.simulate;

/** Hears what happens at one shelf, in the order of time but for voids; quantities in units. */
interface ShelfListener {
  /** Hears nothing: the world goes on unobserved. */
  ShelfListener NONE = new ShelfListener() {};

  /**
   * @param number n for the n-th sale of the day
   * @param price in minor units
   */
  default void sold(long at, int number, int units, long price, boolean promoted) {}

  /**
   * @param number of the sale taken back, made on the same day
   */
  default void voided(long at, int number, int units, long price) {}

  default void returned(long at, int number, int units, long price) {}

  /**
   * @param expectedOn days since the epoch
   */
  default void ordered(long at, int orderDay, int units, int expectedOn) {}

  default void received(long at, int orderDay, int units) {}

  default void counted(long at, int units) {}

  default void lost(long at, int units) {}
}
