package io.shelfcast.producer.series;

import java.util.Set;

/**
 * A filter in the form readers apply to each line.
 *
 * @param firstDay days since the epoch
 * @param lastDay inclusive
 * @param products those wanted, or null for all
 */
public record RowFilter(int firstDay, int lastDay, Set<String> products) {
  /** The days asked for and any product. */
  public static RowFilter daysOf(SeriesFilter filter) {
    return new RowFilter(
        filter.from() == null ? Integer.MIN_VALUE : (int) filter.from().toEpochDay(),
        filter.to() == null ? Integer.MAX_VALUE : (int) filter.to().toEpochDay(),
        null);
  }

  public RowFilter onlyProducts(Set<String> wanted) {
    return new RowFilter(firstDay, lastDay, wanted);
  }

  public boolean hasDay(int day) {
    return day >= firstDay && day <= lastDay;
  }

  public boolean hasProduct(String productId) {
    return products == null || products.contains(productId);
  }

  public boolean has(DailyRow row) {
    return hasDay(row.day()) && hasProduct(row.productId());
  }
}
