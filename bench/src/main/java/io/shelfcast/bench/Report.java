package io.shelfcast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** What a benchmark found: figures, and the ratios that it is run for, each with its goal. */
public final class Report {
  private final List<Figure> figures = new ArrayList<>();
  private final Map<String, Double> ratios = new LinkedHashMap<>();
  private final Map<String, String> goals = new LinkedHashMap<>();

  /** The form of the JSON. */
  private record Json(List<Figure> results, Map<String, Double> ratios) {}

  public Report add(Figure figure) {
    figures.add(figure);
    return this;
  }

  /** Adds a ratio that should not fall below a goal. */
  public Report atLeast(String name, double value, double goal) {
    return ratio(name, value, "at least " + plain(goal), ratio -> ratio >= goal);
  }

  /** Adds a ratio that should not exceed a goal. */
  public Report atMost(String name, double value, double goal) {
    return ratio(name, value, "at most " + plain(goal), ratio -> ratio <= goal);
  }

  private Report ratio(String name, double value, String goal, DoublePredicate met) {
    ratios.put(name, value);
    goals.put(name, goal + (met.test(value) ? "" : ", MISSED"));
    return this;
  }

  /** The figure of that name. */
  public Figure figure(String name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing was measured as " + name));
  }

  /** How many times the second figure's median the first one's is. */
  public double times(String name, String other) {
    return figure(name).median() / figure(other).median();
  }

  /** Prints all of it as Markdown, so that docs hold it as printed. */
  public void print(PrintWriter out) {
    out.println("| what | median | min | max | unit |");
    out.println("|---|---|---|---|---|");
    for (Figure figure : figures) {
      out.printf(
          "| %s | %s | %s | %s | %s |%n",
          figure.name(),
          plain(figure.median()),
          plain(figure.min()),
          plain(figure.max()),
          figure.unit());
    }
    out.println();
    if (!ratios.isEmpty()) {
      out.println("| ratio | value | goal |");
      out.println("|---|---|---|");
      ratios.forEach(
          (name, value) -> out.printf("| `%s` | %s | %s |%n", name, plain(value), goals.get(name)));
    }
    out.flush();
  }

  /** Three digits that count, or all digits of a large number. */
  private static String plain(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) || size >= 100) {
      return String.format("%,.0f", value);
    }
    int decimals = size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
    return String.format("%." + decimals + "f", value);
  }

  /** Writes all of it. */
  public void write(Path json) throws IOException {
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(json.toFile(), new Json(figures, ratios));
  }
}
