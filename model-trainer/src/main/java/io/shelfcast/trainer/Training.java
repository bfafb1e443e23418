package io.shelfcast.trainer;

import io.shelfcast.model.GoldenRows;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.TrainingRecord;
import io.shelfcast.trainer.boost.Recipe;
import io.shelfcast.trainer.boost.TreeTrainer;
import io.shelfcast.trainer.contest.Contest;
import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.contest.Verdict;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.rows.StatisticsTimeline;
import io.shelfcast.trainer.rows.Survey;
import io.shelfcast.trainer.score.Scorecard;
import io.shelfcast.trainer.series.Histories;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One training, from histories to a model that may be published: a survey of all series, the rows
 * of each, trial models by fold, the contest, and, for a winner, the refit on everything.
 *
 * @see RowSearch what is learnt from
 * @see Contest who wins
 */
public final class Training {
  private static final int GOLDEN_ROWS = 32;

  private final Histories source;
  private final TrainingSettings settings;
  private final Progress progress;

  /** What a training came to; {@code model} is there if it is to be published. */
  public record Result(
      Verdict verdict, FoldPlan folds, Optional<Recipe> recipe, Optional<TrainedModel> model) {}

  public Training(Histories source, TrainingSettings settings, Progress progress) {
    this.source = source;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Trains, and judges against the champion if there is one, else against seasonal naive.
   *
   * @throws io.shelfcast.trainer.boost.TrainingFailed if the data does not suffice
   */
  public Result run(Optional<ModelBundle> champion) {
    OptionalInt through =
        champion
            .map(bundle -> OptionalInt.of(bundle.manifest().training().throughDay()))
            .orElse(OptionalInt.empty());
    FoldPlan folds = FoldPlan.of(source.firstDay(), source.lastDay(), through);
    boolean fair = through.isEmpty() || folds.isContestFair(through.getAsInt());
    if (!fair && !settings.force()) {
      return new Result(tooSoon(through.getAsInt()), folds, Optional.empty(), Optional.empty());
    }
    progress.say("judged on origins: " + folds);
    Optional<ModelBundle> judged = champion.filter(bundle -> fair);
    RowSearch search = new RowSearch(source, folds, settings, progress);
    Survey survey = search.survey();
    RowSet rows = search.rows(survey, judged);
    Recipe start = Recipe.forRows(rows.learning().size(), settings.seed(), settings.without());
    Contest.Result contest =
        new Contest(rows, folds, settings.threads(), progress)
            .hold(start, judged.map(ModelBundle::errors).orElse(null));
    Verdict verdict = settings.force() ? contest.verdict().forced() : contest.verdict();
    Optional<TrainedModel> model =
        verdict.publish()
            ? Optional.of(refitted(rows, survey.statistics(), contest))
            : Optional.empty();
    return new Result(verdict, folds, Optional.of(contest.recipe()), model);
  }

  private Verdict tooSoon(int through) {
    return Verdict.notJudged(
        String.format(
            "the champion learnt through %s and the data ends %s; a contest needs %d days that"
                + " neither has seen",
            LocalDate.ofEpochDay(through),
            LocalDate.ofEpochDay(source.lastDay()),
            FoldPlan.LEAST_CONTEST_DAYS));
  }

  private TrainedModel refitted(
      RowSet rows, StatisticsTimeline statistics, Contest.Result contest) {
    byte[] ubj;
    try (Progress.Stage stage = progress.stage("final model", contest.recipe().trees())) {
      ubj =
          new TreeTrainer(settings.threads(), (trees, of) -> stage.at(trees))
              .grow(rows.learning(), day -> true, contest.recipe())
              .ubj();
    }
    float[][] golden = rows.sample(GOLDEN_ROWS);
    TrainingRecord record =
        new TrainingRecord(
            source.name(),
            source.firstDay(),
            source.lastDay(),
            contest.recipe().described(),
            metrics(contest.verdict()));
    return new TrainedModel(
        ubj,
        new GoldenRows(golden, TreeTrainer.margins(ubj, golden)),
        record,
        contest.errors(),
        statistics.latest());
  }

  private static Map<String, Double> metrics(Verdict verdict) {
    Map<String, Double> metrics = new TreeMap<>();
    put(metrics, "", verdict.challenger());
    put(metrics, "champion.", verdict.champion());
    put(metrics, "seasonalNaive.", verdict.seasonalNaive());
    return metrics;
  }

  private static void put(Map<String, Double> metrics, String prefix, Scorecard card) {
    if (card != null) {
      metrics.put(prefix + "wape", card.wape());
      metrics.put(prefix + "bias", card.bias());
      metrics.put(prefix + "pinball", card.pinball());
      metrics.put(prefix + "forecasts", (double) card.forecasts());
    }
  }
}
