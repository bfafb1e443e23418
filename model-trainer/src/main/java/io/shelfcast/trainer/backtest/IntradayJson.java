package io.shelfcast.trainer.backtest;

import static io.shelfcast.trainer.score.JsonFigures.put;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfcast.trainer.score.JsonFigures;
import java.io.IOException;
import java.nio.file.Path;

/** Forecasts made within days as JSON; an error that cannot be computed is null. */
public final class IntradayJson {
  private IntradayJson() {}

  /**
   * Writes the file.
   *
   * @param seconds the whole run took
   * @throws IOException if it cannot be written
   */
  public static void write(IntradayResult result, double seconds, Path file) throws IOException {
    ObjectNode root = JsonFigures.object();
    ObjectNode intraday = root.putObject("intraday");
    result
        .figures()
        .forEach(
            (time, measures) -> {
              ObjectNode ofTime = intraday.putObject(time.toString());
              measures.forEach((measure, f) -> figure(ofTime.putObject(measure.json()), f));
            });
    root.put("series", result.series());
    root.put("days", result.days());
    put(root, "seconds", seconds);
    JsonFigures.write(root, file);
  }

  private static void figure(ObjectNode into, IntradayResult.Figure figure) {
    put(into, "midnight", figure.midnight());
    put(into, "now", figure.now());
    put(into, "bias", figure.bias());
    put(into, "ratio", figure.ratio());
    put(into, "differenceLow", figure.differenceLow());
    put(into, "differenceHigh", figure.differenceHigh());
  }
}
