package io.shelfcast.trainer.backtest;

import java.io.PrintWriter;
import java.util.Locale;

/** Forecasts made within days as the table that the command prints. */
public final class IntradayTable {
  private final PrintWriter out;

  public IntradayTable(PrintWriter out) {
    this.out = out;
  }

  /** Prints everything. */
  public void print(IntradayResult result) {
    line(
        "%s: %,d store-products, %,d days of them, all open and none short of stock",
        result.data(), result.series(), result.days());
    line("");
    line(
        "%-8s%-16s%10s%8s%8s%8s  %s",
        "WAPE", "", "midnight", "now", "ratio", "bias", "now less midnight, 95 % interval");
    result
        .figures()
        .forEach(
            (time, measures) ->
                measures.forEach(
                    (measure, f) ->
                        line(
                            "%-8s%-16s%10.4f%8.4f%8.3f %+7.3f  %+.4f (%+.4f to %+.4f)",
                            measure == IntradayMeasure.TODAY ? time : "",
                            measure.title(),
                            f.midnight(),
                            f.now(),
                            f.ratio(),
                            f.bias(),
                            f.now() - f.midnight(),
                            f.differenceLow(),
                            f.differenceHigh())));
    out.flush();
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }
}
