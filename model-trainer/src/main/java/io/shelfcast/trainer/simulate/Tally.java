package io.shelfcast.trainer.simulate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one worker has counted of shelves: sums by policy and level, however many series. */
final class Tally {
  private final Map<OrderPolicy, PointSums[]> sums = new EnumMap<>(OrderPolicy.class);
  private long series;

  Tally() {
    for (OrderPolicy policy : OrderPolicy.values()) {
      PointSums[] points = new PointSums[OrderPolicy.points()];
      for (int point = 0; point < points.length; point++) {
        points[point] = new PointSums();
      }
      sums.put(policy, points);
    }
  }

  /** Keeps a shelf for each policy and level of a plan. */
  void add(SeriesPlan plan, Terms terms) {
    series++;
    sums.forEach(
        (policy, points) -> {
          for (int point = 0; point < points.length; point++) {
            Shelf.keep(
                plan.days(),
                terms,
                plan.levels(policy, point),
                plan.exact(policy, point),
                points[point]);
          }
        });
  }

  void join(Tally other) {
    series += other.series;
    other.sums.forEach(
        (policy, points) -> {
          for (int point = 0; point < points.length; point++) {
            sums.get(policy)[point].join(points[point]);
          }
        });
  }

  Map<OrderPolicy, Frontier> frontiers() {
    Map<OrderPolicy, Frontier> frontiers = new EnumMap<>(OrderPolicy.class);
    sums.forEach(
        (policy, points) -> {
          Point[] reached = new Point[points.length];
          for (int point = 0; point < points.length; point++) {
            reached[point] = points[point].point(policy.level(point), policy.z(point));
          }
          frontiers.put(policy, new Frontier(List.of(reached)));
        });
    return frontiers;
  }

  /** Number of store-products simulated. */
  long series() {
    return series;
  }

  /** Days that count, over all store-products. */
  long days() {
    return sums.get(OrderPolicy.SHELFCAST)[0].days();
  }
}
