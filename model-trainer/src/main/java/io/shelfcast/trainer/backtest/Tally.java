package io.shelfcast.trainer.backtest;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.score.PinballLoss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one worker has counted of the forecasts of a backtest; grows with origins, not series. */
final class Tally {
  private static final int WORST_SERIES = 20;
  private static final int SAMPLES_A_CLASS = 2;
  private static final Comparator<WorstSeries> BY_ERROR =
      Comparator.comparingDouble((WorstSeries series) -> -series.errors().absolute())
          .thenComparing(series -> series.key().partitionKey());

  private final int horizonDays;
  private final NavigableMap<Integer, Map<Method, ErrorSums>> byOrigin = new TreeMap<>();
  private final Map<Method, ErrorSums[]> byHorizon = new EnumMap<>(Method.class);
  private final Coverage coverage = new Coverage();
  private final List<WorstSeries> worst = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private long series;

  /**
   * @param horizonDays days of each forecast that count
   */
  Tally(int horizonDays) {
    this.horizonDays = horizonDays;
  }

  /**
   * Counts what a method said at one look.
   *
   * @param errors quantiles that go with the method's forecasts
   * @param ofSeries takes the days' errors too
   */
  void add(Look look, Method method, LeadTimeErrors errors, ErrorSums ofSeries) {
    Outcome outcome = look.outcome(method);
    ErrorSums sums =
        byOrigin
            .computeIfAbsent(look.openDay(), day -> new EnumMap<>(Method.class))
            .computeIfAbsent(method, any -> new ErrorSums());
    double squares = 0;
    int known = 0;
    for (int h = 0; h < horizonDays; h++) {
      double actual = look.actual()[h];
      if (!Double.isNaN(actual)) {
        double forecast = outcome.forecast()[h];
        sums.addDay(actual, forecast);
        horizon(method)[h].addDay(actual, forecast);
        ofSeries.addDay(actual, forecast);
        squares += (actual - forecast) * (actual - forecast);
        known++;
      }
    }
    sums.addSeries(squares / known, look.naiveMeanSquare());
    for (int days : Coverage.INTERVALS) {
      Outcome.LeadTime total = outcome.leadTime(days);
      if (total.known()) {
        sums.addLoss(PinballLoss.of(look.demandClass(), days, total, errors), total.actual());
      }
    }
    if (!method.isBaseline()) {
      coverage.add(look.key(), look.openDay(), outcome, errors, look.unit());
    }
  }

  private ErrorSums[] horizon(Method method) {
    return byHorizon.computeIfAbsent(
        method,
        any -> {
          ErrorSums[] days = new ErrorSums[horizonDays];
          for (int h = 0; h < horizonDays; h++) {
            days[h] = new ErrorSums();
          }
          return days;
        });
  }

  /** Takes note of a series that was looked at. */
  void addSeries(WorstSeries errors) {
    series++;
    worst.add(errors);
    if (worst.size() > 4 * WORST_SERIES) {
      keepWorst();
    }
  }

  /** Keeps a forecast to be shown, if it is one of the few. */
  void offer(Sample sample) {
    samples.add(sample);
    keepSamples();
  }

  private void keepWorst() {
    worst.sort(BY_ERROR);
    worst.subList(Math.min(worst.size(), WORST_SERIES), worst.size()).clear();
  }

  private void keepSamples() {
    samples.sort(Sample.ORDER);
    samples.removeIf(
        sample ->
            samples.stream()
                    .filter(s -> s.demandClass() == sample.demandClass())
                    .toList()
                    .indexOf(sample)
                >= SAMPLES_A_CLASS);
  }

  void join(Tally other) {
    other.byOrigin.forEach(
        (day, sums) -> {
          Map<Method, ErrorSums> own =
              byOrigin.computeIfAbsent(day, any -> new EnumMap<>(Method.class));
          sums.forEach((m, s) -> own.computeIfAbsent(m, any -> new ErrorSums()).join(s));
        });
    other.byHorizon.forEach(
        (method, days) -> {
          for (int h = 0; h < horizonDays; h++) {
            horizon(method)[h].join(days[h]);
          }
        });
    coverage.join(other.coverage);
    series += other.series;
    worst.addAll(other.worst);
    keepWorst();
    samples.addAll(other.samples);
    keepSamples();
  }

  NavigableMap<Integer, Map<Method, ErrorSums>> byOrigin() {
    return byOrigin;
  }

  Map<Method, ErrorSums[]> byHorizon() {
    return byHorizon;
  }

  Coverage coverage() {
    return coverage;
  }

  List<WorstSeries> worst() {
    return worst;
  }

  List<Sample> samples() {
    return samples;
  }

  long series() {
    return series;
  }
}
