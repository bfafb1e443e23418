package io.shelfcast.trainer;

import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.model.Forest;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.rows.BundleChampion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.JudgedOrigins;
import io.shelfcast.trainer.rows.OriginPlan;
import io.shelfcast.trainer.rows.RowFinder;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.rows.StatisticsTimeline;
import io.shelfcast.trainer.rows.Survey;
import io.shelfcast.trainer.series.Histories;
import io.shelfcast.trainer.series.SeriesWork.Maker;
import io.shelfcast.trainer.series.SeriesWork.PartWork;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Goes twice over all series: once to survey them, once to find rows, since the rows need
 * statistics across series and a plan that knows how much there is.
 */
public final class RowSearch {
  private final Histories source;
  private final FoldPlan folds;
  private final TrainingSettings settings;
  private final Progress progress;

  public RowSearch(Histories source, FoldPlan folds, TrainingSettings settings, Progress progress) {
    this.source = source;
    this.folds = folds;
    this.settings = settings;
    this.progress = progress;
  }

  /** The first look: how much there is, and statistics across series. */
  public Survey survey() {
    Survey survey = Survey.of(source, folds.cuts(), source.work(settings.threads(), progress));
    progress.say(
        String.format(
            "%,d store-products from %s to %s",
            survey.series(),
            LocalDate.ofEpochDay(source.firstDay()),
            LocalDate.ofEpochDay(source.lastDay())));
    return survey;
  }

  /**
   * Rows to learn from and forecasts to judge.
   *
   * @param champion judged too, if there is one
   */
  public RowSet rows(Survey survey, Optional<ModelBundle> champion) {
    OriginPlan origins =
        OriginPlan.within(
            survey.looks(),
            settings.mostRows(),
            survey.judgeDays(),
            settings.mostJudged(),
            settings.seed());
    RowSet rows =
        source
            .work(settings.threads(), progress)
            .each("rows", RowSet::new, finder(survey, origins, champion), RowSet::join);
    progress.say(
        String.format(
            "%,d rows to learn from, %,d forecasts to judge",
            rows.learning().size(), rows.judged().size()));
    return rows;
  }

  /* Holds nothing but what another process can be sent. */
  private Maker<PartWork<RowSet>> finder(
      Survey survey, OriginPlan origins, Optional<ModelBundle> champion) {
    long end = source.end();
    FoldPlan days = folds;
    StatisticsTimeline statistics = survey.statistics();
    JudgedOrigins judged = (key, day) -> origins.judges(key, day) ? days.foldOf(day) : -1;
    Forest forest = champion.map(ModelBundle::forest).orElse(null);
    GroupStatistics carried = champion.map(ModelBundle::statistics).orElse(null);
    return () -> {
      BundleChampion asked = forest == null ? null : new BundleChampion(forest, carried);
      RowFinder finder = new RowFinder(statistics, origins, judged, asked);
      return (series, into) -> finder.find(series, DailyTruth.of(series, end), into);
    };
  }
}
