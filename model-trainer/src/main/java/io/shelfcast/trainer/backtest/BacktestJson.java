package io.shelfcast.trainer.backtest;

import static io.shelfcast.trainer.score.JsonFigures.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfcast.forecast.DemandClass;
import io.shelfcast.trainer.score.JsonFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** A backtest as JSON; an error that cannot be computed is null. */
public final class BacktestJson {
  private BacktestJson() {}

  /**
   * Writes the file.
   *
   * @param seconds the whole run took
   * @throws IOException if it cannot be written
   */
  public static void write(BacktestResult result, double seconds, long peakMb, Path file)
      throws IOException {
    ObjectNode root = JsonFigures.object();
    root.set("methods", methods(result.pooled()));
    ObjectNode byOrigin = root.putObject("byOrigin");
    result
        .byOrigin()
        .forEach(
            (day, sums) -> byOrigin.set(LocalDate.ofEpochDay(day - 1L).toString(), methods(sums)));
    Coverage coverage = result.coverage();
    ObjectNode covered = root.putObject("coverage");
    ObjectNode widths = root.putObject("intervalWidth");
    ObjectNode byClass = root.putObject("coverageByClass");
    for (int i = 0; i < Coverage.INTERVALS.length; i++) {
      String days = Integer.toString(Coverage.INTERVALS[i]);
      ObjectNode levels = covered.putObject(days);
      for (int l = 0; l < Coverage.LEVELS.length; l++) {
        put(levels, level(l), coverage.covered(i, l));
      }
      put(widths, days, coverage.width(i));
      for (DemandClass c : DemandClass.values()) {
        byClass(byClass.withObject("/" + c.name().toLowerCase(Locale.ROOT)), days, coverage, c, i);
      }
    }
    put(root, "seconds", seconds);
    root.put("peakMemoryMb", peakMb);
    JsonFigures.write(root, file);
  }

  private static void byClass(
      ObjectNode into, String days, Coverage coverage, DemandClass c, int interval) {
    ObjectNode levels = into.putObject(days);
    levels.put("forecasts", coverage.counted(c, interval));
    for (int l = 0; l < Coverage.LEVELS.length; l++) {
      put(levels, level(l), coverage.covered(c, interval, l));
    }
  }

  private static String level(int l) {
    return String.format(Locale.ROOT, "%.2f", Coverage.LEVELS[l]);
  }

  private static ObjectNode methods(Map<Method, ErrorSums> sums) {
    ObjectNode methods = JsonFigures.object();
    sums.forEach(
        (method, errors) -> {
          ObjectNode of = methods.putObject(method.json());
          put(of, "wape", errors.wape());
          put(of, "bias", errors.bias());
          put(of, "mape", errors.mape());
          put(of, "smape", errors.smape());
          put(of, "rmsse", errors.rmsse());
          put(of, "pinball", errors.pinball());
        });
    return methods;
  }
}
