package io.shelfcast.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One measured quantity: the median of several rounds with the spread between them. */
public record Figure(String name, String unit, double median, double min, double max) {
  /** Of a quantity that was measured once or is no measurement. */
  public static Figure of(String name, String unit, double value) {
    return new Figure(name, unit, value, value, value);
  }

  /**
   * Of one quantity of each round.
   *
   * @param rounds at least one
   */
  public static <T> Figure of(
      String name, String unit, List<T> rounds, ToDoubleFunction<? super T> quantity) {
    return of(name, unit, rounds.stream().mapToDouble(quantity).toArray());
  }

  /**
   * Of all rounds of one quantity.
   *
   * @param values at least one
   */
  public static Figure of(String name, String unit, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(name, unit, median, sorted[0], sorted[sorted.length - 1]);
  }
}
