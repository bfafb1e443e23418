package io.shelfcast.trainer.rows;

import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.series.Series;

/** The first look at all series: how much there is, and statistics across them. */
public final class Survey {
  private final FoldPlan folds;
  private final StatisticsTimeline statistics;
  private long series;
  private long learnDays;
  private long judgeDays;

  public Survey(FoldPlan folds, StatisticsTimeline statistics) {
    this.folds = folds;
    this.statistics = statistics;
  }

  /** Counts one series. */
  public void add(Series one, DailyTruth truth) {
    int first = Math.max(truth.firstDay() + 1, statistics.firstFreeze());
    int firstJudged = Math.max(first, folds.cuts().get(0) + 1);
    series++;
    learnDays += Math.max(0L, truth.lastDay() - first + 1L);
    judgeDays += Math.max(0L, truth.lastDay() - firstJudged + 1L);
    statistics.add(one, truth);
  }

  /** An empty one like this, for another worker. */
  public Survey sibling() {
    return new Survey(folds, statistics.sibling());
  }

  /** Takes in what another worker counted. */
  public void join(Survey other) {
    series += other.series;
    learnDays += other.learnDays;
    judgeDays += other.judgeDays;
    statistics.join(other.statistics);
  }

  /** Number of series. */
  public long series() {
    return series;
  }

  /** Days of all series together from which there is something to learn. */
  public long learnDays() {
    return learnDays;
  }

  /** Days of all series together on which forecasts are judged. */
  public long judgeDays() {
    return judgeDays;
  }

  public StatisticsTimeline statistics() {
    return statistics;
  }
}
