package io.shelfcast.trainer.rows;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.forecast.GroupStatistics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Group statistics frozen at several days, each from what lay before it. A row of the training set
 * takes those that a bundle of its time would have carried, since statistics over the whole set
 * would tell it its own future.
 */
public final class StatisticsTimeline implements Serializable {
  private static final int LEAST_STEP_DAYS = 28;
  private static final int MOST_FREEZES = 24;

  private final List<GroupSums> freezes = new ArrayList<>();
  private transient List<GroupStatistics> frozen;

  /**
   * Plans freezes over data of the given days; the last is after all of it.
   *
   * @param cuts days after which a trial model is frozen, and its statistics with it
   */
  public StatisticsTimeline(int firstDay, int lastDay, Collection<Integer> cuts) {
    TreeSet<Integer> planned = new TreeSet<>();
    int days = lastDay - firstDay + 1;
    int step = Math.max(LEAST_STEP_DAYS, (days + MOST_FREEZES - 1) / MOST_FREEZES);
    for (int day = firstDay + Math.min(LEAST_STEP_DAYS, days / 4); day <= lastDay; day += step) {
      planned.add(day);
    }
    cuts.forEach(cut -> planned.add(cut + 1));
    planned.add(lastDay + 1);
    planned.forEach(day -> freezes.add(new GroupSums(day)));
  }

  /** An empty one with the same freezes, for another worker to fill. */
  public StatisticsTimeline sibling() {
    return new StatisticsTimeline(freezes);
  }

  private StatisticsTimeline(List<GroupSums> like) {
    like.forEach(freeze -> freezes.add(new GroupSums(freeze.day())));
  }

  /** Counts one series. */
  void add(StoreProductKey key, DailyTruth truth, HourlySales sales) {
    for (GroupSums freeze : freezes) {
      freeze.add(key, truth, sales);
    }
  }

  /** Takes in what a sibling has counted. */
  public void join(StatisticsTimeline other) {
    for (int i = 0; i < freezes.size(); i++) {
      freezes.get(i).join(other.freezes.get(i));
    }
  }

  /** First day that has statistics of days before it. */
  public int firstFreeze() {
    return freezes.get(0).day();
  }

  /** The newest statistics frozen at or before the start of a day. */
  public GroupStatistics before(int day) {
    int at = 0;
    while (at + 1 < freezes.size() && freezes.get(at + 1).day() <= day) {
      at++;
    }
    return all().get(at);
  }

  /** The statistics of all of the data. */
  public GroupStatistics latest() {
    return all().get(freezes.size() - 1);
  }

  private synchronized List<GroupStatistics> all() {
    if (frozen == null) {
      frozen = freezes.stream().map(GroupSums::statistics).toList();
    }
    return frozen;
  }
}
