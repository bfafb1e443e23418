package io.shelfcast.trainer.rows;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.feature.Features;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;

/**
 * Finds the rows of one series: replays its arrivals, stops at each planned origin, and pairs the
 * features of that instant with what demand turned out to be.
 *
 * <p>Features see only what had arrived by the origin; labels are the repaired truth. A day that
 * was shut, short of stock, not on sale or still to come teaches nothing and is left out.
 */
public final class RowFinder {
  /** Least share of the open day that must be left for its remainder to teach. */
  private static final double LEAST_REMAINDER = 0.05;

  /** Labels are cut here: one wholesale order must not outweigh a shop's year. */
  private static final double LARGEST_LABEL = 25;

  /** A planned promotion of a slow mover does sell forty times its level. */
  private static final double LARGEST_PROMOTED_LABEL = 200;

  private static final int ROWS = FeatureSchema.ROWS;

  private final StatisticsTimeline statistics;
  private final OriginPlan origins;
  private final JudgedOrigins judged;
  private final Champion champion;

  /**
   * @param origins where to learn
   * @param judged where forecasts are judged
   * @param champion asked at each judged origin; null if there is none to judge
   */
  public RowFinder(
      StatisticsTimeline statistics, OriginPlan origins, JudgedOrigins judged, Champion champion) {
    this.statistics = statistics;
    this.origins = origins;
    this.judged = judged;
    this.champion = champion;
  }

  /** Adds what one series has to teach and to be judged by. */
  public void find(Series series, DailyTruth truth, RowSet into) {
    HourlySales sales = new HourlySales(series);
    SeriesReplay replay = new SeriesReplay(series);
    int first = Math.max(truth.firstDay() + 1, statistics.firstFreeze());
    for (int day = first; day <= truth.lastDay(); day++) {
      boolean learns = origins.learnsFrom(series.key(), day);
      int fold = judged.fold(series.key(), day);
      boolean judges = fold >= 0;
      if (learns || judges) {
        long midnight = series.store().latest().startOf(day);
        Origin origin = look(series, replay, truth, midnight, day);
        if (origin != null && learns) {
          origin.learn(into);
        }
        if (origin != null && judges) {
          origin.judge(fold, into);
        }
      }
      if (learns && sales.isMadeOfEvents(day)) {
        long instant = series.instant(day, origins.instant(series.key(), day));
        Origin origin = look(series, replay, truth, instant, day);
        if (origin != null) {
          origin.learn(into);
        }
      }
    }
  }

  private Origin look(Series series, SeriesReplay replay, DailyTruth truth, long asOf, int day) {
    replay.advanceTo(asOf);
    return replay.isOpen(day)
        ? new Origin(replay.product(), truth, series.store().at(asOf), asOf)
        : null;
  }

  /**
   * Units that a prediction of 1 stands for, for each row: the level, on the open day the part of
   * it that is still to come, and nothing on a day known to be without demand.
   */
  static float[] scale(Features features, StoreProduct product, StoreFacts store) {
    float[] scale = new float[ROWS];
    for (int h = 0; h < ROWS; h++) {
      int day = product.openDay() + h;
      boolean sells = product.product().isOnSale(day) && !store.isPlannedClosed(day);
      double left = h == 0 ? 1 - features.elapsed() : 1;
      scale[h] = sells ? (float) (features.level() * left) : 0;
    }
    return scale;
  }

  /** What stands at one instant of one series. */
  private final class Origin {
    private final StoreProduct product;
    private final DailyTruth truth;
    private final StoreFacts store;
    private final long asOf;
    private final int day;
    private final Features features;
    private final float[] scale;

    Origin(StoreProduct product, DailyTruth truth, StoreFacts store, long asOf) {
      this.product = product;
      this.truth = truth;
      this.store = store;
      this.asOf = asOf;
      this.day = product.openDay();
      this.features = Features.of(product, asOf, store, statistics.before(day));
      this.scale = scale(features, product, store);
    }

    void learn(RowSet into) {
      int last = Math.min(ROWS - 1, truth.lastDay() - day);
      for (int h = 0; h <= last; h++) {
        double demand = remaining(h, truth.fullDemand(day + h));
        boolean teaches = !Double.isNaN(demand) && scale[h] > LEAST_REMAINDER * features.level();
        if (teaches && isKept(h)) {
          float label = (float) Math.min(largestLabel(day + h), demand / scale[h]);
          into.learning().add(features.rows(), h * FeatureSchema.count(), label, scale[h], day + h);
        }
      }
    }

    private double largestLabel(int labelled) {
      return product.plannedPromotion(labelled).isPlanned()
          ? LARGEST_PROMOTED_LABEL
          : LARGEST_LABEL;
    }

    private boolean isKept(int h) {
      return h == 0 && features.elapsed() > 0
          ? origins.keepsRemainder(product.key(), asOf)
          : origins.keepsRow(product.key(), asOf, h);
    }

    void judge(int fold, RowSet into) {
      double[] actual = new double[ROWS];
      double[] naive = new double[ROWS];
      for (int h = 0; h < ROWS; h++) {
        actual[h] = remaining(h, truth.demand(day + h));
        naive[h] = scale[h] == 0 ? 0 : truth.sameWeekdayBefore(day, day + h);
      }
      double[] theirs = champion == null ? null : champion.forecast(product, asOf, store);
      int elapsed = Math.min(ROWS, truth.lastDay() - day + 1);
      into.judged()
          .add(
              new JudgedForecast(
                  fold,
                  day,
                  features.demandClass(),
                  features.rows(),
                  scale,
                  actual,
                  naive,
                  theirs,
                  elapsed));
    }

    /** Of the open day only what had not been sold by the origin. */
    private double remaining(int h, double demand) {
      return h == 0 ? Math.max(0, demand - product.today().units() / 10_000d) : demand;
    }
  }
}
