package io.shelfcast.trainer.simulate;

import io.shelfcast.trainer.backtest.Html;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A simulation as one page that needs nothing else: the frontiers as charts, and the tables. */
public final class SimulationReport {
  private static final String STYLE =
      ".shelfcast{stroke:#c2410c}.movingAverage28{stroke:#64748b}"
          + ".seasonalNaive7{stroke:#0f766e}.movingAverage28Quantiles{stroke:#64748b;"
          + "stroke-dasharray:4 3}.shelfcastNormal{stroke:#c2410c;stroke-dasharray:4 3}"
          + ".asked{stroke:#94a3b8;stroke-dasharray:2 3}";

  private static final double LOWEST_FILL = 0.5;

  private final SimulationResult result;
  private final List<Costs> costs;

  private SimulationReport(SimulationResult result, List<Costs> costs) {
    this.result = result;
    this.costs = costs;
  }

  /**
   * Writes {@code index.html} into a folder, made if needed.
   *
   * @throws IOException if it cannot be written
   */
  public static Path write(SimulationResult result, List<Costs> costs, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(
        folder.resolve("index.html"), new SimulationReport(result, costs).page());
  }

  private String page() {
    StringWriter tables = new StringWriter();
    new SimulationTable(new PrintWriter(tables), costs).print(result);
    String body =
        "<p>Lower is better: the stock that goes with a share of demand served. Each line is one"
            + " policy swept over the levels it may be asked for.</p><div class=\"charts\">"
            + frontier(lowestFill(), 1)
            + frontier(0.9, 1)
            + cost(Costs.NINE)
            + cost(Costs.NINETEEN)
            + service("Cycle service achieved", Point::cycleService)
            + service("Protection intervals covered", Point::covered)
            + "</div><pre>"
            + Html.escaped(tables.toString())
            + "</pre>";
    return Html.page("Stock simulated on " + result.data(), STYLE, body);
  }

  /** Where the best served of the lowest points lies, so that every line has its beginning. */
  private double lowestFill() {
    double lowest =
        result.frontiers().values().stream()
            .mapToDouble(frontier -> frontier.points().get(0).fillRate())
            .min()
            .orElse(0);
    return Math.max(LOWEST_FILL, Math.floor(10 * lowest) / 10);
  }

  private String frontier(double fromFill, double toFill) {
    PointChart chart =
        new PointChart("Average stock, units a store-product", "fill rate", fromFill, toFill);
    return draw(chart, Point::fillRate, Point::averageStock);
  }

  private String cost(Costs c) {
    PointChart chart =
        new PointChart("Cost a day, shortage : holding " + c.title(), "fill rate", lowestFill(), 1);
    return draw(chart, Point::fillRate, p -> p.cost(c.holding(), c.shortage()));
  }

  private String service(String title, ToDoubleFunction<Point> achieved) {
    PointChart chart = new PointChart(title, "asked", 0, 1);
    chart.line("as asked", "asked", new double[] {0, 1}, new double[] {0, 1});
    return draw(chart, Point::level, achieved);
  }

  private String draw(PointChart chart, ToDoubleFunction<Point> x, ToDoubleFunction<Point> y) {
    result
        .frontiers()
        .forEach(
            (policy, frontier) ->
                chart.line(
                    policy.title(),
                    policy.json(),
                    frontier.points().stream().mapToDouble(x).toArray(),
                    frontier.points().stream().mapToDouble(y).toArray()));
    return chart.svg();
  }
}
