package io.shelfcast.trainer.simulate;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.stock.Policy;
import io.shelfcast.trainer.rows.BundleChampion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.Mornings;
import io.shelfcast.trainer.rows.Mornings.Morning;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.simulate.OrderPolicy.Source;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Goes with one series through the days and sets the order-up-to levels of each morning from what
 * was known on it. Each forecast is made once, for all levels. Belongs to one thread.
 */
final class Planner {
  private final Terms terms;
  private final Policy policy;
  private final int from;
  private final long end;
  private final NavigableMap<Integer, Model> models = new TreeMap<>();

  /** What stands from one day on. */
  private record Model(ModelBundle bundle, BundleChampion champion, LeadTimeErrors ofAverage) {}

  /**
   * @param from first day simulated
   * @param end the instant the data ends, in milliseconds since the epoch
   * @param bundles by the first day they are in use; the first may begin before {@code from}
   * @param averages error quantiles of the moving average by the same days
   */
  Planner(
      Terms terms,
      int from,
      long end,
      NavigableMap<Integer, ModelBundle> bundles,
      Map<Integer, LeadTimeErrors> averages) {
    this.terms = terms;
    this.policy = terms.policy();
    this.from = from;
    this.end = end;
    bundles.forEach(
        (day, bundle) ->
            models.put(day, new Model(bundle, new BundleChampion(bundle), averages.get(day))));
  }

  /** The levels of one series; null if there is no day of it to be simulated. */
  SeriesPlan plan(Series series) {
    DailyTruth truth = DailyTruth.of(series, end);
    int first = Math.max(from, truth.firstDay() + 1);
    if (first > truth.lastDay()) {
      return null;
    }
    SeriesPlan plan = new SeriesPlan(series.key(), first, days(series.key(), truth, first));
    Map<Source, StepErrors> errors = new EnumMap<>(Source.class);
    for (Source source : Source.values()) {
      errors.put(source, new StepErrors(models.firstKey(), truth.lastDay()));
    }
    new Mornings(series, truth)
        .each(
            models.firstKey(),
            truth.lastDay(),
            day -> true,
            morning -> set(morning, truth.fullDemand(morning.day()), errors, plan));
    plan.fillGaps();
    return plan;
  }

  private ShelfDays days(StoreProductKey key, DailyTruth truth, int first) {
    int count = truth.lastDay() - first + 1;
    long[] demand = new long[count];
    boolean[] known = new boolean[count];
    boolean[] reviewed = new boolean[count];
    boolean isWhole = true;
    for (int i = 0; i < count; i++) {
      int day = first + i;
      double units = truth.demand(day);
      known[i] = !Double.isNaN(units);
      demand[i] = Math.round(10_000 * (known[i] ? units : truth.sameWeekdayBefore(day, day)));
      isWhole &= demand[i] % 10_000 == 0;
      reviewed[i] = terms.isReviewed(key, day);
    }
    int[] leads = terms.leadTimes(key, count);
    return new ShelfDays(demand, known, reviewed, leads, terms.longestDays(), isWhole ? 10_000 : 0);
  }

  private void set(
      Morning morning, double actual, Map<Source, StepErrors> errors, SeriesPlan plan) {
    int day = morning.day();
    Model model = models.floorEntry(day).getValue();
    for (Source source : Source.values()) {
      double[] daily = forecast(source, model, morning);
      StepErrors steps = errors.get(source);
      if (day >= plan.firstDay()) {
        double deviation = steps.deviation(day, daily[0]);
        Levels levels = new Levels(terms, policy, morning, daily, model.bundle().statistics());
        setAll(source, levels, deviation, model, plan, day);
      }
      steps.tell(day, daily[0], actual);
    }
  }

  private void setAll(
      Source source, Levels levels, double deviation, Model model, SeriesPlan plan, int day) {
    for (OrderPolicy each : OrderPolicy.values()) {
      if (each.source() == source && each.asksQuantiles()) {
        boolean isModel = source == Source.MODEL;
        LeadTimeErrors errors = isModel ? model.bundle().errors() : model.ofAverage();
        levels.byQuantiles(each, errors, plan.row(each, day));
      } else if (each.source() == source) {
        levels.byDeviation(each, deviation, plan.row(each, day));
      }
    }
  }

  private static double[] forecast(Source source, Model model, Morning morning) {
    return switch (source) {
      case MODEL -> model.champion().forecast(morning.product(), morning.asOf(), morning.store());
      case AVERAGE -> UsualForecasts.movingAverage(morning);
      case NAIVE -> UsualForecasts.seasonalNaive(morning);
    };
  }
}
