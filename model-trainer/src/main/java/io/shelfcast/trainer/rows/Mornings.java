package io.shelfcast.trainer.rows;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.DemandAhead;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Replays one series through the engine that the stream job runs and stops on mornings, before
 * anything is sold.
 */
public final class Mornings {
  private final Series series;
  private final DailyTruth truth;

  /**
   * @param series what the engine hears
   * @param truth what it is judged by
   */
  public Mornings(Series series, DailyTruth truth) {
    this.series = series;
    this.truth = truth;
  }

  /**
   * Stops on the mornings that pass a test, in order.
   *
   * @param from first day, since the epoch
   * @param through last one
   */
  public void each(int from, int through, IntPredicate passes, Consumer<Morning> listener) {
    SeriesReplay replay = new SeriesReplay(series);
    int first = Math.max(from, truth.firstDay() + 1);
    for (int day = first; day <= Math.min(through, truth.lastDay()); day++) {
      if (passes.test(day)) {
        long asOf = series.store().latest().startOf(day);
        replay.advanceTo(asOf);
        if (replay.isOpen(day)) {
          listener.accept(new Morning(replay, asOf));
        }
      }
    }
  }

  /** What is known on one morning, or later that day; holds only until the next stop. */
  public final class Morning {
    private final SeriesReplay replay;
    private final long asOf;
    private final StoreFacts store;

    private Morning(SeriesReplay replay, long asOf) {
      this.replay = replay;
      this.asOf = asOf;
      this.store = series.store().at(asOf);
    }

    /** The same day at a later instant. */
    public Morning later(long instant) {
      replay.advanceTo(instant);
      return new Morning(replay, instant);
    }

    public int day() {
      return product().openDay();
    }

    public StoreProduct product() {
      return replay.product();
    }

    public StoreFacts store() {
      return store;
    }

    public long asOf() {
      return asOf;
    }

    public DailyTruth truth() {
      return truth;
    }

    /** Whether the product was known to be on sale in an open store, that many days on. */
    public boolean sells(int days) {
      int day = day() + days;
      return product().product().isOnSale(day) && !store.isPlannedClosed(day);
    }

    /** What came on each of the days of a forecast, in units; NaN where unknown. */
    public double[] actual() {
      double[] actual = new double[FeatureSchema.ROWS];
      Arrays.setAll(actual, h -> truth.demand(day() + h));
      return actual;
    }

    /** How many days of a forecast the data holds. */
    public int elapsed() {
      return Math.min(FeatureSchema.ROWS, truth.lastDay() - day() + 1);
    }

    /**
     * A forecast of that day as the job reads it at this instant.
     *
     * @param madeAsOf when the forecast was made
     * @param daily units expected on this day and those after it
     */
    public DemandAhead ahead(long madeAsOf, double[] daily, GroupStatistics groups) {
      float[] units = new float[daily.length];
      for (int h = 0; h < units.length; h++) {
        units[h] = (float) daily[h];
      }
      Forecast forecast =
          new Forecast(0, day(), madeAsOf, product().closedDays().demandClass(), units);
      return new DemandAhead(
          forecast, groups.dayProfile(product().key().storeId()), store.clockShare(day(), asOf));
    }
  }
}
