package io.shelfcast.trainer.simulate;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.backtest.Origins;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.origin.OriginModels;
import io.shelfcast.trainer.origin.OriginTraining;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.Mornings;
import io.shelfcast.trainer.rows.Mornings.Morning;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.score.PastOutcomes;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesSource;
import io.shelfcast.trainer.series.SeriesWork;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What stock would have cost, and whom it would have served, had it been ordered by Shelfcast's
 * targets over days of the past, and had it been ordered as is usual.
 *
 * <p>All policies meet the same demand, that of the data, and see the same of it: the demand of
 * past days as it was, not what their own shelf had to sell. Models are trained on nothing later
 * than they are used, and again every few weeks.
 *
 * @see Planner who orders what
 * @see Shelf what becomes of it
 */
public final class Simulation {
  /** Days that deviations of daily errors need before the first day, as a part of what is known. */
  private static final int MEASURED_PART = 4;

  private final SeriesSource source;
  private final Terms terms;
  private final TrainingSettings settings;
  private final Progress progress;

  public Simulation(
      SeriesSource source, Terms terms, TrainingSettings settings, Progress progress) {
    this.source = source;
    this.terms = terms;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param from first day simulated, in days since the epoch
   * @param retrainDays from one training to the next
   * @throws TrainingFailed if too little is known before, or too few days follow
   */
  public SimulationResult run(int from, int retrainDays) {
    check(from);
    return run(from, models(from, retrainDays));
  }

  /** The same with models trained before; they do not depend on the terms. */
  SimulationResult run(int from, OriginModels models) {
    Map<Integer, LeadTimeErrors> averages = averages(models);
    Tally tally =
        work()
            .each(
                "simulating",
                Tally::new,
                () -> {
                  Planner planner =
                      new Planner(terms, from, source.end(), models.bundles(), averages);
                  return (series, into) -> simulate(planner, series, into);
                },
                Tally::join);
    if (tally.days() == 0) {
      throw new TrainingFailed("no store-product has a day that counts", null);
    }
    return new SimulationResult(
        source.name(),
        from,
        source.lastDay(),
        terms,
        tally.series(),
        tally.days(),
        tally.frontiers());
  }

  private void simulate(Planner planner, Series series, Tally into) {
    SeriesPlan plan = planner.plan(series);
    if (plan != null) {
      into.add(plan, terms);
    }
  }

  /** The first models are for the days on which daily errors are measured. */
  OriginModels models(int from, int retrainDays) {
    TreeSet<Integer> origins = new TreeSet<>();
    origins.add(from - measuredDays(from));
    for (int day = from; day <= source.lastDay(); day += retrainDays) {
      origins.add(day);
    }
    return new OriginTraining(source, settings, progress).train(origins, retrainDays);
  }

  private int measuredDays(int from) {
    return Math.min(StepErrors.WINDOW_DAYS, (from - source.firstDay()) / MEASURED_PART);
  }

  /** The moving average's error quantiles, from the forecasts that the model is measured on. */
  Map<Integer, LeadTimeErrors> averages(OriginModels models) {
    PastOutcomes measured =
        work()
            .each(
                "moving average",
                PastOutcomes::new,
                () -> (series, into) -> measure(series, models, into),
                PastOutcomes::join);
    Map<Integer, LeadTimeErrors> averages = new HashMap<>();
    models.bundles().keySet().forEach(day -> averages.put(day, measured.at(day)));
    return averages;
  }

  private void measure(Series series, OriginModels models, PastOutcomes into) {
    new Mornings(series, DailyTruth.of(series, source.end()))
        .each(
            source.firstDay(),
            models.lastOrigin() - 1,
            day -> models.calibratesOn(series.key(), day),
            morning -> into.add(morning.day(), averageOutcome(morning)));
  }

  private static Outcome averageOutcome(Morning morning) {
    return new Outcome(
        morning.product().closedDays().demandClass(),
        UsualForecasts.movingAverage(morning),
        morning.actual(),
        morning.elapsed());
  }

  private void check(int from) {
    int known = from - measuredDays(from) - source.firstDay();
    int days = source.lastDay() - from + 1;
    if (known < Origins.LEAST_KNOWN_DAYS || days < 2 * terms.longestDays()) {
      throw new TrainingFailed(
          String.format(
              "a simulation from %s on needs %d days of data before it and %d from it on; the data"
                  + " is from %s to %s",
              LocalDate.ofEpochDay(from),
              Math.round(Origins.LEAST_KNOWN_DAYS * MEASURED_PART / (MEASURED_PART - 1d)),
              2 * terms.longestDays(),
              LocalDate.ofEpochDay(source.firstDay()),
              LocalDate.ofEpochDay(source.lastDay())),
          null);
    }
  }

  private SeriesWork work() {
    return source.work(settings.threads(), progress);
  }
}
