package io.shelfcast.job.operator;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.Setting;
import io.shelfcast.stock.Policy;
import io.shelfcast.target.TargetKeeper;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/** What the settings say of applying events and keeping targets. */
public final class TargetRules implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int GRIDS = 16;

  private final JobSettings settings;
  private final long freshGeneration;
  private final ClosingTime closing;
  private final long coalescingMillis;

  /**
   * @param freshGeneration of a job that starts from nothing
   */
  public TargetRules(JobSettings settings, long freshGeneration) {
    this.settings = settings;
    this.freshGeneration = freshGeneration;
    this.closing =
        new ClosingTime(
            settings.duration(Setting.LATENESS), settings.duration(Setting.CLOSE_SPREAD));
    this.coalescingMillis = settings.duration(Setting.COALESCING).toMillis();
  }

  /** The generation of a job that starts from nothing. */
  public long freshGeneration() {
    return freshGeneration;
  }

  /** The zone of a store until its STORE event comes. */
  public ZoneId assumedZone() {
    return ZoneId.of(settings.text(Setting.DEFAULT_ZONE));
  }

  ClosingTime closing() {
    return closing;
  }

  /**
   * When a store-product's present turn ends: in a turn its forest runs once at most, and readers
   * are told once at most. A turn of no length holds nothing back. Turns lie on a grid, so that of
   * many events the last is followed; on one of {@link #GRIDS}, so that not all store-products are
   * followed at once, nor is the task woken for each.
   *
   * @param now the wall clock
   */
  long endOfTurn(StoreProductKey key, long now) {
    if (coalescingMillis == 0) {
      return now;
    }
    long offset = Math.floorMod(key.hashCode(), GRIDS) * coalescingMillis / GRIDS;
    return (Math.floorDiv(now - offset, coalescingMillis) + 1) * coalescingMillis + offset;
  }

  /** After which the answer of a model elsewhere comes too late. */
  Duration scoringDeadline() {
    return settings.duration(Setting.SCORING_DEADLINE);
  }

  TargetKeeper keeper(long generation) {
    Policy assumed =
        Policy.assumed(
            settings.number(Setting.ASSUMED_LEAD_TIME),
            settings.number(Setting.ASSUMED_REVIEW_PERIOD),
            settings.number(Setting.ASSUMED_SERVICE_LEVEL) / 100d);
    return new TargetKeeper(generation, assumed, (int) settings.number(Setting.SAMPLED_DECISIONS));
  }
}
