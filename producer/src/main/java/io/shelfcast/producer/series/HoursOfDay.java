package io.shelfcast.producer.series;

import java.util.Arrays;

/**
 * One day hour by hour.
 *
 * @param sold units sold in each of the 24 hours, in 1/10,000; not to be changed
 * @param outOfStock bit h is set where hour h had no stock
 */
public record HoursOfDay(long[] sold, int outOfStock) {
  public static final int HOURS = 24;

  public HoursOfDay {
    if (sold.length != HOURS) {
      throw new IllegalArgumentException("a day has 24 hours, not " + sold.length);
    }
  }

  /** Whether the product was out of stock in the given hour. */
  public boolean isOut(int hour) {
    return (outOfStock >>> hour & 1) != 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HoursOfDay o
        && outOfStock == o.outOfStock
        && Arrays.equals(sold, o.sold);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sold) * 31 + outOfStock;
  }

  @Override
  public String toString() {
    return Arrays.toString(sold) + " out " + Integer.toBinaryString(outOfStock);
  }
}
