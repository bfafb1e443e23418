package io.shelfcast.trainer;

import io.shelfcast.trainer.boost.Recipe;
import io.shelfcast.trainer.boost.TreeTrainer;
import io.shelfcast.trainer.contest.TrialForest;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.JudgedForecast;
import io.shelfcast.trainer.rows.OriginPlan;
import io.shelfcast.trainer.rows.RowFinder;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.rows.Survey;
import io.shelfcast.trainer.score.DailyError;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.series.SeriesSource;
import io.shelfcast.trainer.series.SeriesWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The error of forecasts made at given days' starts by models that knew only what had arrived by
 * then, against seasonal naive.
 */
public final class Evaluation {
  /** Days before the first origin on which the number of trees is chosen, at most. */
  private static final int WATCHED_DAYS = 28;

  /** They are at most this part of what is known by then. */
  private static final int WATCHED_PART = 5;

  private final SeriesSource source;
  private final TrainingSettings settings;
  private final Progress progress;

  /** Errors over the same days. */
  public record Errors(DailyError model, DailyError seasonalNaive) {
    /** Errors over all days of several origins. */
    static Errors sum(Collection<Errors> parts) {
      return new Errors(
          DailyError.sum(parts.stream().map(Errors::model).toList()),
          DailyError.sum(parts.stream().map(Errors::seasonalNaive).toList()));
    }
  }

  public Evaluation(SeriesSource source, TrainingSettings settings, Progress progress) {
    this.source = source;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Evaluates.
   *
   * @param originDays first day forecast of each origin, in days since the epoch
   * @param horizonDays days counted, of the {@link io.shelfcast.feature.FeatureSchema#ROWS}
   *     forecast
   * @return by origin
   */
  public Map<Integer, Errors> run(List<Integer> originDays, int horizonDays) {
    List<Integer> origins = List.copyOf(new TreeSet<>(originDays));
    RowSet rows = rows(origins);
    Recipe start = Recipe.forRows(rows.learning().size(), settings.seed());
    int first = origins.get(0);
    Recipe recipe = start.withTrees(bestCount(rows, start, first));
    progress.say(recipe.trees() + " trees");
    Map<Integer, Errors> errors = new TreeMap<>();
    for (int fold = 0; fold < origins.size(); fold++) {
      List<JudgedForecast> judged = rows.judged(fold);
      int origin = origins.get(fold);
      List<Outcome> ours = model(rows, recipe, origin).outcomes(judged);
      List<Outcome> naive = judged.stream().map(JudgedForecast::ofNaive).toList();
      errors.put(
          origin, new Errors(DailyError.of(ours, horizonDays), DailyError.of(naive, horizonDays)));
    }
    return errors;
  }

  private TrialForest model(RowSet rows, Recipe recipe, int origin) {
    try (Progress.Stage stage = progress.stage("model", recipe.trees())) {
      return new TrialForest(
          new TreeTrainer(settings.threads(), (trees, of) -> stage.at(trees))
              .grow(rows.learning(), day -> day < origin, recipe)
              .ubj());
    }
  }

  private int bestCount(RowSet rows, Recipe start, int first) {
    int watched = Math.min(WATCHED_DAYS, (first - source.firstDay()) / WATCHED_PART);
    try (Progress.Stage stage = progress.stage("number of trees", start.trees())) {
      return new TreeTrainer(settings.threads(), (trees, of) -> stage.at(trees))
          .bestCount(
              rows.learning(),
              day -> day < first - watched,
              day -> day >= first - watched && day < first,
              start);
    }
  }

  private RowSet rows(List<Integer> origins) {
    List<Integer> cuts = new ArrayList<>();
    origins.forEach(origin -> cuts.add(origin - 1));
    SeriesWork work = new SeriesWork(source, settings.threads(), progress);
    Survey survey = Survey.of(source, cuts, work);
    OriginPlan plan = OriginPlan.within(survey.looks(), settings.mostRows(), 1, 1, settings.seed());
    return work.each(
        "rows",
        RowSet::new,
        () -> {
          RowFinder finder =
              new RowFinder(survey.statistics(), plan, (key, day) -> origins.indexOf(day), null);
          return (series, into) -> finder.find(series, DailyTruth.of(series, source.end()), into);
        },
        RowSet::join);
  }
}
