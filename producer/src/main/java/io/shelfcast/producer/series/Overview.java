package io.shelfcast.producer.series;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one pass over a data set tells: its span, stores, closed days and how often each product
 * sells. Memory grows with the number of stores and products, not with the number of days sold.
 */
public final class Overview {
  private static final class Sold {
    long days;
    long units;
    String category;
    boolean asked;
  }

  private final RowFilter days;
  private final SortedMap<String, NavigableSet<Integer>> closedDays = new TreeMap<>();
  private final Map<String, Sold> products = new HashMap<>();
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = Integer.MIN_VALUE;
  private long rows;

  /**
   * @param days those asked for; others count only for how often a product sells
   */
  Overview(RowFilter days) {
    this.days = days;
  }

  void add(DailyRow row) {
    Sold sold = products.computeIfAbsent(row.productId(), product -> new Sold());
    sold.days += row.quantity() > 0 ? 1 : 0;
    sold.units += row.quantity();
    sold.category = row.category() == null ? sold.category : row.category();
    if (!days.hasDay(row.day())) {
      return;
    }
    sold.asked = true;
    rows++;
    firstDay = Math.min(firstDay, row.day());
    lastDay = Math.max(lastDay, row.day());
    NavigableSet<Integer> closed =
        closedDays.computeIfAbsent(row.storeId(), store -> new TreeSet<>());
    if (row.isClosed()) {
      closed.add(row.day());
    }
  }

  /**
   * The products sold on most days of the whole data set; on a tie those with more units, then by
   * name.
   */
  Set<String> best(int number) {
    return products.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Sold>>comparingLong(e -> -e.getValue().days)
                .thenComparingLong(e -> -e.getValue().units)
                .thenComparing(Map.Entry::getKey))
        .limit(number)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  void keepOnly(Set<String> wanted) {
    products.keySet().retainAll(wanted);
  }

  /** Days since the epoch. */
  public int firstDay() {
    return firstDay;
  }

  /** Days since the epoch, inclusive. */
  public int lastDay() {
    return lastDay;
  }

  /** Rows within the days asked for, those of products not asked for included. */
  public long rows() {
    return rows;
  }

  public Set<String> stores() {
    return closedDays.keySet();
  }

  /** Days on which the store is known to have been shut. */
  public NavigableSet<Integer> closedDays(String storeId) {
    return closedDays.getOrDefault(storeId, new TreeSet<>());
  }

  /** The product's category, or null where it is unknown. */
  public String category(String productId) {
    Sold sold = products.get(productId);
    return sold == null ? null : sold.category;
  }

  /** Number of products with a row within the days asked for. */
  public int products() {
    return (int) products.values().stream().filter(sold -> sold.asked).count();
  }
}
