package io.shelfcast.trainer.simulate;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What one policy can reach: its points in ascending order of the level asked. Levels mean
 * something else in each policy, so policies are compared by what they reach.
 */
public record Frontier(List<Point> points) {
  public Frontier {
    points = List.copyOf(points);
  }

  /** The average stock that goes with a fill rate, linear between points; empty if not reached. */
  public OptionalDouble stockAtFill(double fillRate) {
    for (int i = 1; i < points.size(); i++) {
      Point below = points.get(i - 1);
      Point above = points.get(i);
      if (below.fillRate() <= fillRate && fillRate <= above.fillRate()) {
        double width = above.fillRate() - below.fillRate();
        double part = width == 0 ? 0 : (fillRate - below.fillRate()) / width;
        return OptionalDouble.of(
            below.averageStock() + part * (above.averageStock() - below.averageStock()));
      }
    }
    return OptionalDouble.empty();
  }

  /** The point that costs least. */
  public Point cheapest(double holding, double shortage) {
    Point best = points.get(0);
    for (Point point : points) {
      best = point.cost(holding, shortage) < best.cost(holding, shortage) ? point : best;
    }
    return best;
  }

  /**
   * The least cost; empty if it lies at an end of the sweep, where a cheaper level may lie beyond.
   */
  public OptionalDouble leastCost(double holding, double shortage) {
    Point best = cheapest(holding, shortage);
    boolean isEnd = best == points.get(0) || best == points.get(points.size() - 1);
    return isEnd ? OptionalDouble.empty() : OptionalDouble.of(best.cost(holding, shortage));
  }
}
