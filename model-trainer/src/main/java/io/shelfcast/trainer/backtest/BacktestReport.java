package io.shelfcast.trainer.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A backtest as one page that needs nothing else: tables, and charts as inline SVG. */
public final class BacktestReport {
  private static final String STYLE =
      ".own{stroke:#c2410c}.other{stroke:#64748b}.third{stroke:#94a3b8;stroke-dasharray:4 3}"
          + ".actual{stroke:#0f766e}svg .band{fill:#fdba74;fill-opacity:.45;stroke:none}"
          + "td,th{padding:.1rem .8rem .1rem 0;text-align:right}td:first-child,th:first-child"
          + "{text-align:left}.bar{background:#c2410c;height:.7rem}";

  private final BacktestResult result;
  private final StringBuilder page = new StringBuilder();

  private BacktestReport(BacktestResult result) {
    this.result = result;
  }

  /**
   * Writes {@code index.html} into a folder, made if needed.
   *
   * @throws IOException if it cannot be written
   */
  public static Path write(BacktestResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve("index.html"), new BacktestReport(result).page());
  }

  private String page() {
    StringWriter tables = new StringWriter();
    new BacktestTable(new PrintWriter(tables)).print(result);
    add("<pre>%s</pre>", Html.escaped(tables.toString()));
    horizons();
    calibration();
    samples();
    worst();
    importance();
    return Html.page("Backtest of " + result.data(), STYLE, page.toString());
  }

  private void horizons() {
    add("<h2>Error by day of the forecast</h2><div class=\"charts\">");
    LineChart wape = new LineChart("WAPE", 1);
    LineChart bias = new LineChart("Forecast over actual demand", 1);
    List<Method> shown =
        List.of(Method.SHELFCAST, Method.DAY_OF_WEEK_AVERAGE_56, Method.SEASONAL_NAIVE_7);
    List<String> styles = List.of("own", "other", "third");
    for (int i = 0; i < shown.size(); i++) {
      ErrorSums[] days = result.byHorizon().get(shown.get(i));
      String name = shown.get(i).title();
      wape.line(name, styles.get(i), Arrays.stream(days).mapToDouble(ErrorSums::wape).toArray());
      bias.line(name, styles.get(i), Arrays.stream(days).mapToDouble(d -> 1 + d.bias()).toArray());
    }
    page.append(wape.svg()).append(bias.svg()).append("</div>");
  }

  private void calibration() {
    add("<h2>Calibration of lead-time demand</h2>");
    add(
        "<p>How often demand fell into each twentieth of its forecast distribution, over what is"
            + " meant: 1 throughout is perfect.</p><div class=\"charts\">");
    for (int i = 0; i < Coverage.INTERVALS.length; i++) {
      if (result.coverage().counted(i) > 0) {
        double[] bins =
            Arrays.stream(result.coverage().histogram(i))
                .map(share -> share * Coverage.BINS)
                .toArray();
        double[] one = new double[bins.length];
        Arrays.fill(one, 1);
        page.append(
            new LineChart(Coverage.INTERVALS[i] + " days", 1)
                .line("as it was", "own", bins)
                .line("as meant", "third", one)
                .svg());
      }
    }
    add("</div>");
  }

  private void samples() {
    add("<h2>Samples</h2>");
    add("<p>Chosen by their names, not by their errors; 90 %% intervals of demand so far.</p>");
    for (Sample s : result.samples()) {
      int past = s.history().length;
      double[] before = Arrays.copyOf(s.history(), past + s.actual().length);
      System.arraycopy(s.actual(), 0, before, past, s.actual().length);
      double[] ahead = new double[before.length];
      Arrays.fill(ahead, Double.NaN);
      System.arraycopy(s.forecast(), 0, ahead, past, s.forecast().length);
      String name =
          String.format(
              "%s, %s, known through %s",
              s.key().partitionKey(),
              s.demandClass().name().toLowerCase(Locale.ROOT),
              LocalDate.ofEpochDay(s.openDay() - 1L));
      add("<div class=\"charts\">");
      page.append(
          new LineChart(name, 1 - past)
              .line("demand", "actual", before)
              .line("forecast", "own", ahead)
              .svg());
      page.append(
          new LineChart("cumulated", 1)
              .band("90 %", "band", s.low(), s.high())
              .line("demand", "actual", cumulated(s.actual(), s.forecast()))
              .line("forecast", "own", cumulated(s.forecast(), s.forecast()))
              .svg());
      add("</div>");
    }
  }

  /** Sums up to each day; an unknown day counts as what was expected. */
  private static double[] cumulated(double[] daily, double[] expected) {
    double[] sums = new double[daily.length];
    double sum = 0;
    for (int i = 0; i < daily.length; i++) {
      sum += Double.isNaN(daily[i]) ? expected[i] : daily[i];
      sums[i] = sum;
    }
    return sums;
  }

  private void worst() {
    add("<h2>Series with the largest errors</h2><table><tr><th>store/product<th>class");
    add("<th>units wanted<th>units off<th>WAPE<th>bias");
    for (WorstSeries w : result.worst()) {
      ErrorSums e = w.errors();
      add(
          "<tr><td>%s<td>%s<td>%.1f<td>%.1f<td>%.3f<td>%+.3f",
          Html.escaped(w.key().partitionKey()),
          w.demandClass().name().toLowerCase(Locale.ROOT),
          e.demand(),
          e.absolute(),
          e.wape(),
          e.bias());
    }
    add("</table>");
  }

  private void importance() {
    add("<h2>What the last model looks at</h2><p>Share of what its splits gained.</p><table>");
    result.gains().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            gain ->
                add(
                    "<tr><td>%s<td>%.4f<td><div class=\"bar\" style=\"width:%.1frem\"></div>",
                    gain.getKey(), gain.getValue(), 40 * gain.getValue()));
    add("</table>");
  }

  private void add(String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
