package io.shelfcast.trainer.backtest;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a backtest came to.
 *
 * @param data its name
 * @param firstDay of the data, in days since the epoch
 * @param lastDay of the data
 * @param horizonDays days counted of each forecast
 * @param series store-products judged
 * @param byOrigin errors by first day forecast
 * @param byHorizon errors over all origins by day of the forecast
 * @param worst series with the largest absolute errors
 * @param gains shares of what splits gained in the last model, by feature
 */
public record BacktestResult(
    String data,
    int firstDay,
    int lastDay,
    int horizonDays,
    long series,
    NavigableMap<Integer, Map<Method, ErrorSums>> byOrigin,
    Map<Method, ErrorSums[]> byHorizon,
    Coverage coverage,
    List<WorstSeries> worst,
    List<Sample> samples,
    Map<String, Double> gains) {

  public BacktestResult {
    byOrigin = new TreeMap<>(byOrigin);
    byHorizon = new EnumMap<>(byHorizon);
    worst = List.copyOf(worst);
    samples = List.copyOf(samples);
    gains = Map.copyOf(gains);
  }

  BacktestResult(
      String data,
      int firstDay,
      int lastDay,
      int horizonDays,
      Tally tally,
      Map<String, Double> gains) {
    this(
        data,
        firstDay,
        lastDay,
        horizonDays,
        tally.series(),
        tally.byOrigin(),
        tally.byHorizon(),
        tally.coverage(),
        tally.worst(),
        tally.samples(),
        gains);
  }

  /** Errors over all origins. */
  public Map<Method, ErrorSums> pooled() {
    return pooled(byOrigin.values());
  }

  private static Map<Method, ErrorSums> pooled(Collection<Map<Method, ErrorSums>> parts) {
    Map<Method, ErrorSums> all = new EnumMap<>(Method.class);
    for (Map<Method, ErrorSums> part : parts) {
      part.forEach((m, sums) -> all.computeIfAbsent(m, any -> new ErrorSums()).join(sums));
    }
    return all;
  }
}
