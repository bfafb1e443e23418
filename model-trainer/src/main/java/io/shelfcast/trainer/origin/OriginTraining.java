package io.shelfcast.trainer.origin;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.model.GoldenRows;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.model.TrainingRecord;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainedModel;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.boost.Recipe;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.boost.TreeTrainer;
import io.shelfcast.trainer.contest.TrialForest;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.JudgedForecast;
import io.shelfcast.trainer.rows.JudgedOrigins;
import io.shelfcast.trainer.rows.OriginPlan;
import io.shelfcast.trainer.rows.RowFinder;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.rows.Survey;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.score.PastOutcomes;
import io.shelfcast.trainer.series.SeriesSource;
import io.shelfcast.trainer.series.SeriesWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Trains the bundles that would have stood at given days of the past, for backtests and simulations
 * of stock.
 *
 * <p>The model of an origin learns from days before it, its statistics are frozen there, its error
 * quantiles come from forecasts that earlier models made and whose days were over by then, and the
 * number of trees is chosen on days before the first origin.
 */
public final class OriginTraining {
  /** Days before the first origin on which the number of trees is chosen, at most. */
  private static final int WATCHED_DAYS = 28;

  /** They are at most this part of what is known by then. */
  private static final int WATCHED_PART = 5;

  private static final int GOLDEN_ROWS = 32;

  private final SeriesSource source;
  private final TrainingSettings settings;
  private final Progress progress;

  public OriginTraining(SeriesSource source, TrainingSettings settings, Progress progress) {
    this.source = source;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Trains a bundle for each origin.
   *
   * @param originDays first day forecast at each, in days since the epoch
   * @param daysInUse for how long each will be forecast with
   * @throws TrainingFailed if too little lies before the first of them
   */
  public OriginModels train(Collection<Integer> originDays, int daysInUse) {
    CutPlan cuts = CutPlan.of(source.firstDay(), originDays, daysInUse);
    SeriesWork work = source.work(settings.threads(), progress);
    Survey survey = Survey.of(source, cuts.cuts(), work);
    OriginPlan plan =
        OriginPlan.within(
            survey.looks(),
            rowsOverAllDays(cuts),
            Math.round(survey.judgeDays() * cuts.judgedShare(source.lastDay())),
            settings.mostJudged(),
            settings.seed());
    JudgedOrigins calibrating = (key, day) -> plan.judges(key, day) ? cuts.foldOf(day) : -1;
    RowSet rows = rows(work, survey, plan, calibrating);
    Recipe start = Recipe.forRows(rows.learning().size(), settings.seed(), settings.without());
    Recipe recipe = start.withTrees(bestCount(rows, start, cuts.origins().get(0)));
    progress.say(
        String.format("%,d rows to learn from, %d trees", rows.learning().size(), recipe.trees()));
    return grown(cuts, survey, rows, recipe, calibrating);
  }

  /** The survey's looks are spread over all days, of which only those before origins teach. */
  private long rowsOverAllDays(CutPlan cuts) {
    double days = source.lastDay() + 1.0 - source.firstDay();
    int last = cuts.origins().get(cuts.origins().size() - 1);
    return Math.round(settings.mostRows() * days / (last - source.firstDay()));
  }

  private RowSet rows(SeriesWork work, Survey survey, OriginPlan plan, JudgedOrigins calibrating) {
    return work.each(
        "rows",
        RowSet::new,
        () -> {
          RowFinder finder = new RowFinder(survey.statistics(), plan, calibrating, null);
          return (series, into) -> finder.find(series, DailyTruth.of(series, source.end()), into);
        },
        RowSet::join);
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

  private OriginModels grown(
      CutPlan cuts, Survey survey, RowSet rows, Recipe recipe, JudgedOrigins calibrating) {
    NavigableMap<Integer, ModelBundle> bundles = new TreeMap<>();
    Map<String, Double> gains = Map.of();
    PastOutcomes past = new PastOutcomes();
    for (int fold = 0; fold < cuts.cuts().size(); fold++) {
      int open = cuts.cuts().get(fold) + 1;
      byte[] ubj = grow(rows, recipe, open);
      if (cuts.origins().contains(open)) {
        bundles.put(open, bundle(ubj, rows, recipe, past.at(open), survey, open));
        gains = TreeTrainer.gains(ubj);
      }
      List<JudgedForecast> ofFold = rows.judged(fold);
      List<Outcome> outcomes = new TrialForest(ubj).outcomes(ofFold);
      for (int i = 0; i < outcomes.size(); i++) {
        past.add(ofFold.get(i).openDay(), outcomes.get(i));
      }
    }
    return new OriginModels(bundles, gains, calibrating);
  }

  private byte[] grow(RowSet rows, Recipe recipe, int open) {
    String name = "model of " + LocalDate.ofEpochDay(open - 1L);
    try (Progress.Stage stage = progress.stage(name, recipe.trees())) {
      return new TreeTrainer(settings.threads(), (trees, of) -> stage.at(trees))
          .grow(rows.learning(), day -> day < open, recipe)
          .ubj();
    }
  }

  private ModelBundle bundle(
      byte[] ubj, RowSet rows, Recipe recipe, LeadTimeErrors errors, Survey survey, int open) {
    float[][] golden = rows.sample(GOLDEN_ROWS);
    TrainedModel model =
        new TrainedModel(
            ubj,
            new GoldenRows(golden, TreeTrainer.margins(ubj, golden)),
            new TrainingRecord(
                source.name(), source.firstDay(), open - 1, recipe.described(), Map.of()),
            errors,
            survey.statistics().before(open));
    try {
      return ModelBundle.read(ModelBundle.write(model.manifest(open, Instant.EPOCH)), ubj);
    } catch (RefusedBundle e) {
      throw new TrainingFailed("the trained model cannot be used: " + e.getMessage(), e);
    }
  }
}
