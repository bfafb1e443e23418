package io.shelfcast.trainer.backtest;

import io.shelfcast.trainer.rows.OriginPlan;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What forecasts made within days came to.
 *
 * @param data its name
 * @param series store-products looked at
 * @param days full days of store-products looked at
 * @param figures by the instant of the day
 */
public record IntradayResult(
    String data, long series, long days, Map<LocalTime, Map<IntradayMeasure, Figure>> figures) {

  /**
   * Errors as shares of demand.
   *
   * @param midnight WAPE of midnight's forecast
   * @param now WAPE of the forecast made now
   * @param bias of the forecast made now
   * @param differenceLow lower end of the 95 % interval of now less midnight
   * @param differenceHigh its upper end
   */
  public record Figure(
      double midnight, double now, double bias, double differenceLow, double differenceHigh) {
    /** The later error over the earlier one. */
    public double ratio() {
      return now / midnight;
    }
  }

  static IntradayResult of(String data, IntradayTally tally, long seed) {
    Map<LocalTime, Map<IntradayMeasure, Figure>> figures = new TreeMap<>();
    for (int i = 0; i < OriginPlan.INSTANTS.size(); i++) {
      int instant = i;
      Map<IntradayMeasure, Figure> ofInstant = new EnumMap<>(IntradayMeasure.class);
      for (IntradayMeasure measure : IntradayMeasure.values()) {
        ofInstant.put(
            measure,
            figure(tally.series().stream().map(one -> one.of(instant, measure)).toList(), seed));
      }
      figures.put(OriginPlan.INSTANTS.get(i), ofInstant);
    }
    return new IntradayResult(data, tally.series().size(), tally.days(), figures);
  }

  private static Figure figure(List<PairedErrors.Sums> blocks, long seed) {
    PairedErrors.Sums all = blocks.stream().reduce(PairedErrors.Sums.NONE, PairedErrors.Sums::plus);
    double[] interval = new PairedBootstrap(seed).difference(blocks);
    return new Figure(
        all.before() / all.demand(),
        all.after() / all.demand(),
        all.excess() / all.demand(),
        interval[0],
        interval[1]);
  }
}
