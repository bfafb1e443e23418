package io.shelfcast.trainer.simulate;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A simulation as the tables that the command prints. */
public final class SimulationTable {
  private static final double[] SHOWN_LEVELS = {0.3, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99};

  private final PrintWriter out;
  private final List<Costs> costs;

  /**
   * @param costs each a column
   */
  public SimulationTable(PrintWriter out, List<Costs> costs) {
    this.out = out;
    this.costs = costs;
  }

  /** Prints everything. */
  public void print(SimulationResult result) {
    Terms terms = result.terms();
    line(
        "%s from %s through %s: %,d store-products, %,d days that count",
        result.data(),
        LocalDate.ofEpochDay(result.from()),
        LocalDate.ofEpochDay(result.through()),
        result.series(),
        result.days());
    line(
        "lead time %d days, sd %.1f, review every %d, packs of %.4g",
        terms.leadTimeDays(),
        terms.leadTimeSdDays(),
        terms.reviewDays(),
        terms.packSize() / 10_000d);
    result.frontiers().forEach(this::print);
    stock(result);
    cost(result);
    cycles(result.frontiers().get(OrderPolicy.SHELFCAST));
    out.flush();
  }

  private void print(OrderPolicy policy, Frontier frontier) {
    line("");
    StringBuilder head =
        new StringBuilder(
            String.format(
                "%-30s%8s%8s%8s%8s%8s",
                policy.title(), "stock", "fill", "cycle", "supply", "orders"));
    costs.forEach(c -> head.append(String.format("%9s", "cost " + c.name()).stripTrailing()));
    line("%s%8s%8s", head, "churn", "moves");
    for (int i : policy.nearest(SHOWN_LEVELS)) {
      Point p = frontier.points().get(i);
      StringBuilder row =
          new StringBuilder(
              format(
                  "  asked %.3f%-17s%8.2f%8.4f%8.4f%8.1f%8.3f",
                  p.level(),
                  Double.isNaN(p.z()) ? "" : format(", z %.2f", p.z()),
                  p.averageStock(),
                  p.fillRate(),
                  p.cycleService(),
                  p.daysOfSupply(),
                  p.orders()));
      costs.forEach(c -> row.append(format("%9.2f", p.cost(c.holding(), c.shortage()))));
      line("%s%8.4f%8.3f", row, p.churn(), p.moves());
    }
  }

  private void stock(SimulationResult result) {
    line("");
    StringBuilder head = new StringBuilder(format("%-36s", "average stock at equal fill rate"));
    result.equalFills().forEach(e -> head.append(format("%9.2f", e.fillRate())));
    line("%s", head);
    for (OrderPolicy policy : OrderPolicy.values()) {
      StringBuilder row = new StringBuilder(format("%-36s", policy.title()));
      result.equalFills().forEach(e -> row.append(cell(e.of(policy), "%9.2f")));
      line("%s", row);
    }
    StringBuilder row = new StringBuilder(format("%-36s", "less than the better usual one, %"));
    result.equalFills().forEach(e -> row.append(percent(e.saving())));
    line("%s", row);
  }

  private void cost(SimulationResult result) {
    line("");
    StringBuilder head = new StringBuilder(format("%-36s", "least cost a day, shortage : holding"));
    costs.forEach(c -> head.append(format("%9s", c.title())));
    line("%s", head);
    result
        .frontiers()
        .forEach(
            (policy, frontier) -> {
              StringBuilder row = new StringBuilder(format("%-36s", policy.title()));
              costs.forEach(
                  c -> row.append(cell(frontier.leastCost(c.holding(), c.shortage()), "%9.2f")));
              line("%s", row);
            });
    StringBuilder row = new StringBuilder(format("%-36s", "less than the better usual one, %"));
    for (Costs c : costs) {
      OptionalDouble own =
          result.frontiers().get(OrderPolicy.SHELFCAST).leastCost(c.holding(), c.shortage());
      OptionalDouble other = result.leastUsualCost(c.holding(), c.shortage());
      boolean both = own.isPresent() && other.isPresent();
      row.append(
          percent(
              both
                  ? OptionalDouble.of(1 - own.getAsDouble() / other.getAsDouble())
                  : OptionalDouble.empty()));
    }
    line("%s", row);
    costs.forEach(c -> result.unfinished(c.holding(), c.shortage()).forEach(s -> line("%s", s)));
  }

  private void cycles(Frontier own) {
    line("");
    line(
        "%-36s%9s%9s%9s%9s", "Shelfcast's cycle service", "asked", "achieved", "covered", "forced");
    for (int i : OrderPolicy.SHELFCAST.nearest(SHOWN_LEVELS)) {
      Point p = own.points().get(i);
      line(
          "%-36s%9.3f%9.3f%9.3f%+9.3f",
          "", p.level(), p.cycleService(), p.covered(), p.covered() - p.coveredExactly());
    }
  }

  private static String percent(OptionalDouble share) {
    return cell(share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share, "%9.1f");
  }

  private static String cell(OptionalDouble value, String format) {
    return value.isPresent() ? format(format, value.getAsDouble()) : format("%9s", "-");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
