package io.shelfcast.trainer.simulate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All figures of a simulation.
 *
 * @param data named for the record
 * @param from first day simulated, in days since the epoch
 * @param through last one
 * @param series store-products simulated
 * @param days store-product-days that count
 */
public record SimulationResult(
    String data,
    int from,
    int through,
    Terms terms,
    long series,
    long days,
    Map<OrderPolicy, Frontier> frontiers) {

  /** Fill rates at which average stocks are compared. */
  private static final double[] FILL_RATES = {0.90, 0.95, 0.98, 0.99};

  /** Average stock at one fill rate; empty where a policy's sweep does not come there. */
  public record EqualFill(double fillRate, Map<OrderPolicy, Double> stock) {
    public EqualFill {
      stock = Map.copyOf(stock);
    }

    /** Of a policy; empty where its sweep does not come there. */
    public OptionalDouble of(OrderPolicy policy) {
      Double units = stock.get(policy);
      return units == null ? OptionalDouble.empty() : OptionalDouble.of(units);
    }

    /** The lower of the usual policies'. */
    public OptionalDouble bestOther() {
      return Arrays.stream(OrderPolicy.values())
          .filter(policy -> policy.isUsual() && stock.containsKey(policy))
          .mapToDouble(stock::get)
          .min();
    }

    /** How much less stock Shelfcast needs than the better of the usual policies, as a share. */
    public OptionalDouble saving() {
      OptionalDouble own = of(OrderPolicy.SHELFCAST);
      OptionalDouble other = bestOther();
      return own.isPresent() && other.isPresent()
          ? OptionalDouble.of(1 - own.getAsDouble() / other.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /** The comparison at each fill rate. */
  public List<EqualFill> equalFills() {
    return Arrays.stream(FILL_RATES).mapToObj(this::equalFill).toList();
  }

  private EqualFill equalFill(double fillRate) {
    Map<OrderPolicy, Double> stock = new EnumMap<>(OrderPolicy.class);
    frontiers.forEach(
        (policy, frontier) ->
            frontier.stockAtFill(fillRate).ifPresent(units -> stock.put(policy, units)));
    return new EqualFill(fillRate, stock);
  }

  /** The lowest fill rate at which a comparison can be made; the first one if there is none. */
  public EqualFill comparable() {
    List<EqualFill> all = equalFills();
    return all.stream().filter(one -> one.saving().isPresent()).findFirst().orElse(all.get(0));
  }

  /** The least cost of the usual policies; empty if neither has one inside its sweep. */
  public OptionalDouble leastUsualCost(double holding, double shortage) {
    return frontiers.entrySet().stream()
        .filter(policy -> policy.getKey().isUsual())
        .map(policy -> policy.getValue().leastCost(holding, shortage))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  /** One sentence for each policy whose least cost lies at an end of its sweep. */
  public List<String> unfinished(double holding, double shortage) {
    return frontiers.entrySet().stream()
        .filter(policy -> policy.getValue().leastCost(holding, shortage).isEmpty())
        .map(
            policy ->
                String.format(
                    "%s is cheapest at an end of its sweep (level %.3f) at shortage : holding %s :"
                        + " %s: its least cost is not known.",
                    policy.getKey().title(),
                    policy.getValue().cheapest(holding, shortage).level(),
                    number(shortage),
                    number(holding)))
        .toList();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
