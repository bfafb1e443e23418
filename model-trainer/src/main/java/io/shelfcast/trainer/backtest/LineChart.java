package io.shelfcast.trainer.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines, and bands between two lines, as inline SVG; NaN leaves a gap. */
final class LineChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 240;
  private static final int LEFT = 48;
  private static final int BOTTOM = 28;
  private static final int TOP = 24;
  private static final int RIGHT = 12;
  private static final int GRID_LINES = 4;

  private final String title;
  private final int firstX;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, String style, double[] values, double[] upper) {}

  /**
   * @param firstX what stands under the first value; the next ones follow in steps of one
   */
  LineChart(String title, int firstX) {
    this.title = title;
    this.firstX = firstX;
  }

  /**
   * Draws a line.
   *
   * @param style a class of the page's style sheet
   */
  LineChart line(String name, String style, double[] values) {
    lines.add(new Line(name, style, values.clone(), null));
    return this;
  }

  /** Fills what lies between two lines. */
  LineChart band(String name, String style, double[] low, double[] high) {
    lines.add(new Line(name, style, low.clone(), high.clone()));
    return this;
  }

  /** The chart as an SVG element. */
  String svg() {
    double top = top();
    int count = lines.stream().mapToInt(line -> line.values().length).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    add(svg, "<figure><figcaption>%s</figcaption>", Html.escaped(title));
    add(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT);
    for (int i = 0; i <= GRID_LINES; i++) {
      double value = top * i / GRID_LINES;
      add(svg, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value, top), WIDTH - RIGHT);
      add(svg, "<text x=\"4\" y=\"%.1f\">%s</text>", y(value, top) + 4, label(value));
    }
    for (int i = 0; i < count; i += Math.max(1, (count + 9) / 10)) {
      add(svg, "<text x=\"%.1f\" y=\"%d\">%d</text>", x(i, count) - 6, HEIGHT - 8, firstX + i);
    }
    int legend = LEFT;
    for (Line line : lines) {
      String path = line.upper() == null ? path(line, count, top) : area(line, count, top);
      add(svg, "<path class=\"%s\" d=\"%s\"/>", line.style(), path);
      add(svg, "<path class=\"%s\" d=\"M%d 12h16v0h-16\"/>", line.style(), legend);
      add(svg, "<text x=\"%d\" y=\"16\">%s</text>", legend + 20, Html.escaped(line.name()));
      legend += 40 + 7 * line.name().length();
    }
    return svg.append("</svg></figure>\n").toString();
  }

  private double top() {
    double top = 0;
    for (Line line : lines) {
      for (double[] values : new double[][] {line.values(), line.upper()}) {
        for (int i = 0; values != null && i < values.length; i++) {
          top = Double.isFinite(values[i]) ? Math.max(top, values[i]) : top;
        }
      }
    }
    return top > 0 ? top : 1;
  }

  private static String path(Line line, int count, double top) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < line.values().length; i++) {
      boolean known = Double.isFinite(line.values()[i]);
      if (known) {
        add(path, "%s%.1f %.1f", pen ? "L" : "M", x(i, count), y(line.values()[i], top));
      }
      pen = known;
    }
    return path.toString();
  }

  private static String area(Line line, int count, double top) {
    StringBuilder path = new StringBuilder();
    int n = line.values().length;
    for (int i = 0; i < n; i++) {
      add(path, "%s%.1f %.1f", i == 0 ? "M" : "L", x(i, count), y(line.upper()[i], top));
    }
    for (int i = n - 1; i >= 0; i--) {
      add(path, "L%.1f %.1f", x(i, count), y(line.values()[i], top));
    }
    return path.append('Z').toString();
  }

  private static double x(int i, int count) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (double) i / Math.max(1, count - 1);
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
  }

  private static String label(double value) {
    return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.2f", value);
  }

  private static void add(StringBuilder into, String format, Object... values) {
    into.append(String.format(Locale.ROOT, format, values));
  }
}
