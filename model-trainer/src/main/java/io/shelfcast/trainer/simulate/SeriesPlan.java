package io.shelfcast.trainer.simulate;

import io.shelfcast.event.StoreProductKey;
import java.util.EnumMap;
import java.util.Map;

/**
 * Order-up-to levels of one store-product on each day, for each policy and level, and what its
 * shelf meets. A few hundred kilobytes a half-year, of one series at a time.
 */
final class SeriesPlan {
  private final StoreProductKey key;
  private final int firstDay;
  private final ShelfDays days;
  private final Map<OrderPolicy, Row[]> rows = new EnumMap<>(OrderPolicy.class);

  /** The levels of one policy on one morning, point by point of its sweep. */
  static final class Row {
    private final long[] levels = new long[OrderPolicy.points()];
    private final double[] exact = new double[OrderPolicy.points()];

    /**
     * Sets one.
     *
     * @param level in 1/10,000 units, as rounded
     * @param units before it was rounded
     */
    void set(int point, long level, double units) {
      levels[point] = level;
      exact[point] = units;
    }
  }

  /**
   * @param firstDay in days since the epoch
   */
  SeriesPlan(StoreProductKey key, int firstDay, ShelfDays days) {
    this.key = key;
    this.firstDay = firstDay;
    this.days = days;
    for (OrderPolicy policy : OrderPolicy.values()) {
      rows.put(policy, new Row[days.count()]);
    }
  }

  /** What a policy is to set for a morning. */
  Row row(OrderPolicy policy, int epochDay) {
    Row row = new Row();
    rows.get(policy)[epochDay - firstDay] = row;
    return row;
  }

  /** A morning that was not met keeps the levels of the one before. */
  void fillGaps() {
    for (Row[] ofPolicy : rows.values()) {
      Row last = new Row();
      for (int day = 0; day < ofPolicy.length; day++) {
        last = ofPolicy[day] == null ? last : ofPolicy[day];
        ofPolicy[day] = last;
      }
    }
  }

  StoreProductKey key() {
    return key;
  }

  int firstDay() {
    return firstDay;
  }

  ShelfDays days() {
    return days;
  }

  /** The levels of a policy at a point, by day, in 1/10,000 units. */
  long[] levels(OrderPolicy policy, int point) {
    long[] levels = new long[days.count()];
    for (int day = 0; day < levels.length; day++) {
      levels[day] = rows.get(policy)[day].levels[point];
    }
    return levels;
  }

  /** The same before rounding, in units. */
  double[] exact(OrderPolicy policy, int point) {
    double[] exact = new double[days.count()];
    for (int day = 0; day < exact.length; day++) {
      exact[day] = rows.get(policy)[day].exact[point];
    }
    return exact;
  }
}
