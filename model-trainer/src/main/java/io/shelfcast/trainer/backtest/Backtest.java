package io.shelfcast.trainer.backtest;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.origin.OriginModels;
import io.shelfcast.trainer.origin.OriginTraining;
import io.shelfcast.trainer.rows.BundleChampion;
import io.shelfcast.trainer.rows.Champion;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesSource;
import io.shelfcast.trainer.series.SeriesWork;
import io.shelfcast.trainer.series.UnnoticedStockouts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How good forecasts made at given days would have been, by bundles trained on nothing later, and
 * how good those of the usual methods, on the same series and days.
 *
 * <p>Three passes over the series, one at a time: to train, to measure the baselines' errors out of
 * fold, and to judge.
 *
 * @see OriginTraining what is trained
 * @see Tally what is counted
 */
public final class Backtest {
  private final SeriesSource source;
  private final TrainingSettings settings;
  private final Progress progress;
  private final boolean stockoutsNoticed;

  /**
   * @param stockoutsNoticed false lets the model learn and forecast as if nobody had noticed empty
   *     shelves; which days count stays the same
   */
  public Backtest(
      SeriesSource source, TrainingSettings settings, Progress progress, boolean stockoutsNoticed) {
    this.source = source;
    this.settings = settings;
    this.progress = progress;
    this.stockoutsNoticed = stockoutsNoticed;
  }

  /**
   * Runs it.
   *
   * @param originDays first day forecast at each origin, in days since the epoch
   * @param horizonDays days counted of each forecast
   * @throws TrainingFailed if too little is known before the first origin or after the last
   */
  public BacktestResult run(Collection<Integer> originDays, int horizonDays) {
    SeriesSource known = stockoutsNoticed ? source : new UnnoticedStockouts(source);
    OriginModels models = new OriginTraining(known, settings, progress).train(originDays, 1);
    List<Method> methods = Method.usable(models.firstOrigin() - source.firstDay());
    NavigableMap<Integer, Map<Method, LeadTimeErrors>> errors = errors(models, methods);
    Tally tally = judged(models, errors, horizonDays);
    if (tally.byOrigin().isEmpty()) {
      throw new TrainingFailed("no store-product had sold anything before an origin", null);
    }
    return new BacktestResult(
        source.name(), source.firstDay(), source.lastDay(), horizonDays, tally, models.gains());
  }

  private SeriesWork work() {
    return source.work(settings.threads(), progress);
  }

  private NavigableMap<Integer, Map<Method, LeadTimeErrors>> errors(
      OriginModels models, List<Method> methods) {
    List<Method> baselines = methods.stream().filter(Method::isBaseline).toList();
    BaselineErrors measured =
        work()
            .each(
                "baselines",
                BaselineErrors::new,
                () -> (series, into) -> calibrate(series, models, baselines, into),
                BaselineErrors::join);
    NavigableMap<Integer, Map<Method, LeadTimeErrors>> errors = new TreeMap<>();
    models
        .bundles()
        .forEach(
            (day, bundle) -> {
              Map<Method, LeadTimeErrors> ofOrigin = measured.at(day);
              ofOrigin.put(Method.SHELFCAST, bundle.errors());
              errors.put(day, ofOrigin);
            });
    return errors;
  }

  private void calibrate(
      Series series, OriginModels models, List<Method> baselines, BaselineErrors into) {
    new Looks(source.end(), stockoutsNoticed)
        .at(
            series,
            source.firstDay(),
            models.lastOrigin() - 1,
            day -> models.calibratesOn(series.key(), day),
            day -> null,
            look -> into.add(look, baselines));
  }

  private Tally judged(
      OriginModels models,
      NavigableMap<Integer, Map<Method, LeadTimeErrors>> errors,
      int horizonDays) {
    return work()
        .each(
            "judging",
            () -> new Tally(horizonDays),
            () -> {
              Map<Integer, Champion> champions = champions(models.bundles());
              return (series, into) -> judge(series, champions, errors, horizonDays, into);
            },
            Tally::join);
  }

  private static Map<Integer, Champion> champions(NavigableMap<Integer, ModelBundle> bundles) {
    Map<Integer, Champion> champions = new HashMap<>();
    bundles.forEach((day, bundle) -> champions.put(day, new BundleChampion(bundle)));
    return champions;
  }

  private void judge(
      Series series,
      Map<Integer, Champion> champions,
      NavigableMap<Integer, Map<Method, LeadTimeErrors>> errors,
      int horizonDays,
      Tally into) {
    ErrorSums ofSeries = new ErrorSums();
    Look[] last = new Look[1];
    new Looks(source.end(), stockoutsNoticed)
        .at(
            series,
            errors.firstKey(),
            errors.lastKey(),
            champions::containsKey,
            champions::get,
            look -> {
              errors
                  .get(look.openDay())
                  .forEach(
                      (method, quantiles) ->
                          into.add(
                              look,
                              method,
                              quantiles,
                              method.isBaseline() ? new ErrorSums() : ofSeries));
              last[0] = look;
            });
    if (last[0] != null) {
      into.addSeries(new WorstSeries(series.key(), last[0].demandClass(), ofSeries));
      LeadTimeErrors own = errors.get(last[0].openDay()).get(Method.SHELFCAST);
      into.offer(Sample.of(last[0], horizonDays, own));
    }
  }
}
