package io.shelfcast.trainer.backtest;

import io.shelfcast.forecast.DemandClass;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A backtest as the tables that the command prints. */
public final class BacktestTable {
  private final PrintWriter out;

  public BacktestTable(PrintWriter out) {
    this.out = out;
  }

  /** Prints everything. */
  public void print(BacktestResult result) {
    Map<Method, ErrorSums> pooled = result.pooled();
    ErrorSums own = pooled.get(Method.SHELFCAST);
    line(
        "%s: %,d store-products, %d origins, %d days ahead, %,d days judged",
        result.data(), result.series(), result.byOrigin().size(), result.horizonDays(), own.days());
    line("");
    line("%-24s%8s%9s%9s%8s%8s%9s", "", "WAPE", "bias", "MAPE", "sMAPE", "RMSSE", "pinball");
    pooled.forEach(
        (method, e) ->
            line(
                "%-24s%8.4f%+9.4f%9.4f%8.4f%8.4f%9.4f",
                method.title(), e.wape(), e.bias(), e.mape(), e.smape(), e.rmsse(), e.pinball()));
    line("");
    line(
        "WAPE (bias) by origin: %s",
        result.byOrigin().entrySet().stream()
            .map(
                origin ->
                    String.format(
                        Locale.ROOT,
                        "%s %.4f (%+.4f)",
                        LocalDate.ofEpochDay(origin.getKey() - 1L),
                        origin.getValue().get(Method.SHELFCAST).wape(),
                        origin.getValue().get(Method.SHELFCAST).bias()))
            .collect(Collectors.joining(", ")));
    line("");
    print(result.coverage());
    out.flush();
  }

  private void print(Coverage coverage) {
    line(
        "%-24s%8s%8s%8s%8s%9s", "lead-time demand within", "0.80", "0.90", "0.95", "0.98", "width");
    for (int i = 0; i < Coverage.INTERVALS.length; i++) {
      if (coverage.counted(i) > 0) {
        line(
            "%-24s%8.3f%8.3f%8.3f%8.3f%9.3f",
            Coverage.INTERVALS[i] + " days",
            coverage.covered(i, 0),
            coverage.covered(i, 1),
            coverage.covered(i, 2),
            coverage.covered(i, 3),
            coverage.width(i));
        for (DemandClass c : DemandClass.values()) {
          print(coverage, c, i);
        }
      }
    }
  }

  private void print(Coverage coverage, DemandClass c, int i) {
    long n = coverage.counted(c, i);
    if (n > 0) {
      line(
          "%-24s%8.3f%8.3f%8.3f%8.3f  (%,d forecasts)",
          "  " + c.name().toLowerCase(Locale.ROOT),
          coverage.covered(c, i, 0),
          coverage.covered(c, i, 1),
          coverage.covered(c, i, 2),
          coverage.covered(c, i, 3),
          n);
    }
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
