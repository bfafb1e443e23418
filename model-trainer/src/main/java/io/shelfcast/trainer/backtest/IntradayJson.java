package io.shelfcast.trainer.backtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;

/** Forecasts made within days as JSON; an error that cannot be computed is null. */
public final class IntradayJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MathContext DIGITS = new MathContext(6);

  private IntradayJson() {}

  /**
   * Writes the file.
   *
   * @param seconds the whole run took
   * @throws IOException if it cannot be written
   */
  public static void write(IntradayResult result, double seconds, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode intraday = root.putObject("intraday");
    result
        .figures()
        .forEach(
            (time, measures) -> {
              ObjectNode ofTime = intraday.putObject(time.toString());
              measures.forEach((measure, f) -> put(ofTime.putObject(measure.json()), f));
            });
    root.put("series", result.series());
    root.put("days", result.days());
    put(root, "seconds", seconds);
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }

  private static void put(ObjectNode into, IntradayResult.Figure figure) {
    put(into, "midnight", figure.midnight());
    put(into, "now", figure.now());
    put(into, "ratio", figure.ratio());
    put(into, "differenceLow", figure.differenceLow());
    put(into, "differenceHigh", figure.differenceHigh());
  }

  private static void put(ObjectNode into, String name, double value) {
    if (Double.isFinite(value)) {
      into.put(name, new BigDecimal(value, DIGITS));
    } else {
      into.putNull(name);
    }
  }
}
