package io.shelfcast.trainer.simulate;

import io.shelfcast.trainer.backtest.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines through points (x, y), as inline SVG; y begins at 0, x where it is told to. */
final class PointChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 48;
  private static final int BOTTOM = 40;
  private static final int TOP = 44;
  private static final int RIGHT = 24;
  private static final int GRID_LINES = 5;
  private static final int LEGEND_COLUMNS = 3;
  private static final double[] ROUND = {1, 2, 2.5, 4, 5, 10};

  private final String title;
  private final String xTitle;
  private final double fromX;
  private final double toX;
  private final List<Line> lines = new ArrayList<>();

  private record Line(String name, String style, double[] x, double[] y) {}

  PointChart(String title, String xTitle, double fromX, double toX) {
    this.title = title;
    this.xTitle = xTitle;
    this.fromX = fromX;
    this.toX = toX;
  }

  /**
   * Draws a line; points outside of the chart's x are left out.
   *
   * @param style a class of the page's style sheet
   */
  PointChart line(String name, String style, double[] x, double[] y) {
    lines.add(new Line(name, style, x.clone(), y.clone()));
    return this;
  }

  /** The chart as an SVG element. */
  String svg() {
    double top = top();
    StringBuilder svg = new StringBuilder();
    add(svg, "<figure><figcaption>%s</figcaption>", Html.escaped(title));
    add(svg, "<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT);
    for (int i = 0; i <= GRID_LINES; i++) {
      double y = top * i / GRID_LINES;
      double x = fromX + (toX - fromX) * i / GRID_LINES;
      add(svg, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(y, top), WIDTH - RIGHT);
      add(svg, "<text x=\"4\" y=\"%.1f\">%.3g</text>", y(y, top) + 4, y);
      add(svg, "<text x=\"%.1f\" y=\"%d\">%.3f</text>", x(x) - 14, HEIGHT - 22, x);
    }
    add(svg, "<text x=\"%d\" y=\"%d\">%s</text>", WIDTH / 2, HEIGHT - 6, Html.escaped(xTitle));
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      int x = LEFT + i % LEGEND_COLUMNS * (WIDTH - LEFT) / LEGEND_COLUMNS;
      int y = 12 + i / LEGEND_COLUMNS * 16;
      add(svg, "<path class=\"%s\" d=\"M%d %dh16\"/>", line.style(), x, y);
      add(svg, "<text x=\"%d\" y=\"%d\">%s</text>", x + 20, y + 4, Html.escaped(line.name()));
      add(svg, "<path class=\"%s\" d=\"%s\"/>", line.style(), path(line, top));
    }
    return svg.append("</svg></figure>\n").toString();
  }

  private boolean shows(Line line, int i) {
    return line.x()[i] >= fromX && line.x()[i] <= toX && Double.isFinite(line.y()[i]);
  }

  /** The largest value shown, up to a round number of grid lines. */
  private double top() {
    double top = 0;
    for (Line line : lines) {
      for (int i = 0; i < line.x().length; i++) {
        top = shows(line, i) ? Math.max(top, line.y()[i]) : top;
      }
    }
    double step = top > 0 ? top / GRID_LINES : 1;
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    for (double round : ROUND) {
      if (round * power >= step * (1 - 1e-9)) {
        return GRID_LINES * round * power;
      }
    }
    return top;
  }

  private String path(Line line, double top) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < line.x().length; i++) {
      if (shows(line, i)) {
        add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(line.x()[i]), y(line.y()[i], top));
      }
    }
    return path.toString();
  }

  private double x(double value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (value - fromX) / (toX - fromX);
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
  }

  private static void add(StringBuilder into, String format, Object... values) {
    into.append(String.format(Locale.ROOT, format, values));
  }
}
