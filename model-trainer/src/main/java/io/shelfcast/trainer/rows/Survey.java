package io.shelfcast.trainer.rows;

import io.shelfcast.trainer.series.Histories;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesWork;
import java.io.Serializable;
import java.util.List;

/** The first look at all series: how much there is, and statistics across them. */
public final class Survey implements Serializable {
  private final int firstJudged;
  private final StatisticsTimeline statistics;
  private long series;
  private long looks;
  private long judgeDays;

  /**
   * Looks at all series.
   *
   * @param cuts days after which a trial model is frozen, ascending; forecasts may be judged from
   *     the day after the first
   */
  public static Survey of(Histories source, List<Integer> cuts, SeriesWork work) {
    StatisticsTimeline planned = new StatisticsTimeline(source.firstDay(), source.lastDay(), cuts);
    long end = source.end();
    return work.each(
        "survey",
        new Survey(cuts.get(0) + 1, planned)::sibling,
        () -> (series, into) -> into.add(series, DailyTruth.of(series, end)),
        Survey::join);
  }

  private Survey(int firstJudged, StatisticsTimeline statistics) {
    this.firstJudged = firstJudged;
    this.statistics = statistics;
  }

  /** Counts one series. */
  private void add(Series one, DailyTruth truth) {
    int first = Math.max(truth.firstDay() + 1, statistics.firstFreeze());
    HourlySales sales = new HourlySales(one);
    series++;
    for (int day = first; day <= truth.lastDay(); day++) {
      looks += sales.isMadeOfEvents(day) ? 2 : 1;
      judgeDays += day >= firstJudged ? 1 : 0;
    }
    statistics.add(one.key(), truth, sales);
  }

  /** An empty one like this, for another worker. */
  private Survey sibling() {
    return new Survey(firstJudged, statistics.sibling());
  }

  /** Takes in what another worker counted. */
  private void join(Survey other) {
    series += other.series;
    looks += other.looks;
    judgeDays += other.judgeDays;
    statistics.join(other.statistics);
  }

  /** Number of series. */
  public long series() {
    return series;
  }

  /** Instants of all series together at which there is something to learn. */
  public long looks() {
    return looks;
  }

  /** Days of all series together on which forecasts are judged. */
  public long judgeDays() {
    return judgeDays;
  }

  public StatisticsTimeline statistics() {
    return statistics;
  }
}
