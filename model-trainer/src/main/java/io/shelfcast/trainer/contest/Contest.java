package io.shelfcast.trainer.contest;

import io.shelfcast.forecast.LeadTimeErrors;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.boost.Recipe;
import io.shelfcast.trainer.boost.TreeTrainer;
import io.shelfcast.trainer.rows.JudgedForecast;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.score.LeadTimeCalibration;
import io.shelfcast.trainer.score.Outcome;
import io.shelfcast.trainer.score.Scorecard;
import java.util.ArrayList;
import java.util.List;

/**
 * Grows a trial model for each fold and judges them: earlier folds give the number of trees and the
 * challenger's error quantiles, the last one compares it with the champion and seasonal naive on
 * days that none of them saw.
 */
public final class Contest {
  private final RowSet rows;
  private final FoldPlan folds;
  private final int threads;
  private final Progress progress;

  /**
   * What the trials showed.
   *
   * @param recipe with the number of trees that was best
   * @param errors measured over all folds, for the model that is published
   */
  public record Result(Recipe recipe, Verdict verdict, LeadTimeErrors errors) {}

  public Contest(RowSet rows, FoldPlan folds, int threads, Progress progress) {
    this.rows = rows;
    this.folds = folds;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Holds it.
   *
   * @param championErrors of the champion's bundle; null if there is no champion to judge
   */
  public Result hold(Recipe start, LeadTimeErrors championErrors) {
    Recipe recipe = start.withTrees(bestCount(start));
    List<List<Outcome>> byFold = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      byFold.add(trial(fold, recipe));
    }
    List<Outcome> calibrating = new ArrayList<>();
    List<Outcome> naiveCalibrating = new ArrayList<>();
    for (int fold = 0; fold < folds.contest(); fold++) {
      calibrating.addAll(byFold.get(fold));
      rows.judged(fold).forEach(forecast -> naiveCalibrating.add(forecast.ofNaive()));
    }
    List<JudgedForecast> judged = rows.judged(folds.contest());
    List<Outcome> challenger = byFold.get(folds.contest());
    Scorecard champion = championErrors == null ? null : ofChampion(judged, championErrors);
    Verdict verdict =
        Verdict.of(
            Scorecard.of(challenger, LeadTimeCalibration.of(calibrating)),
            champion,
            Scorecard.of(
                judged.stream().map(JudgedForecast::ofNaive).toList(),
                LeadTimeCalibration.of(naiveCalibrating)));
    calibrating.addAll(challenger);
    return new Result(recipe, verdict, LeadTimeCalibration.of(calibrating));
  }

  private static Scorecard ofChampion(List<JudgedForecast> judged, LeadTimeErrors errors) {
    return Scorecard.of(judged.stream().map(JudgedForecast::ofChampion).toList(), errors);
  }

  /** Found on the first fold, whose days the contest does not use. */
  private int bestCount(Recipe recipe) {
    int cut = folds.cuts().get(0);
    int watchedThrough = folds.cuts().get(1);
    try (Progress.Stage stage = progress.stage("number of trees", recipe.trees())) {
      return new TreeTrainer(threads, (trees, of) -> stage.at(trees))
          .bestCount(
              rows.learning(),
              day -> day <= cut,
              day -> day > cut && day <= watchedThrough,
              recipe);
    }
  }

  private List<Outcome> trial(int fold, Recipe recipe) {
    int cut = folds.cuts().get(fold);
    String name = fold == folds.contest() ? "contest model" : "calibration model " + (fold + 1);
    try (Progress.Stage stage = progress.stage(name, recipe.trees())) {
      TreeTrainer trainer = new TreeTrainer(threads, (trees, of) -> stage.at(trees));
      byte[] ubj = trainer.grow(rows.learning(), day -> day <= cut, recipe).ubj();
      return new TrialForest(ubj).outcomes(rows.judged(fold));
    }
  }
}
