package io.shelfcast.trainer;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.rows.BundleChampion;
import io.shelfcast.trainer.rows.Champion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import io.shelfcast.trainer.series.SeriesSource;
import io.shelfcast.trainer.series.SeriesWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How good the forecasts of a run were, by replaying its archive through the production path: at
 * the start of a day, with what had arrived by then and the bundle that was in force, against what
 * the day turned out to be and against seasonal naive.
 */
public final class ReplayedAccuracy {
  /** Horizons judged: the n-th day after the last closed one. */
  public static final List<Integer> HORIZONS = List.of(1, 30);

  private final SeriesSource source;
  private final NavigableMap<Integer, ModelBundle> inForceFrom;
  private final int everyDays;

  /**
   * Errors at one horizon.
   *
   * @param days store-product-days judged
   * @param model WAPE of the forecast, NaN if nothing was wanted
   * @param seasonalNaive WAPE of the last known same weekday
   */
  public record Wape(long days, double model, double seasonalNaive) {}

  /**
   * @param inForceFrom bundles by the first day, since the epoch, whose forecast they made
   * @param everyDays each series is judged at one day in so many, spread over the series
   */
  public ReplayedAccuracy(
      SeriesSource source, NavigableMap<Integer, ModelBundle> inForceFrom, int everyDays) {
    this.source = source;
    this.inForceFrom = inForceFrom;
    this.everyDays = everyDays;
  }

  /** Replays all series by several workers; the result by horizon. */
  public Map<Integer, Wape> measure(int threads, Progress progress) {
    Sums sums =
        source.work(threads, progress).each("accuracy", Sums::new, this::judging, Sums::join);
    Map<Integer, Wape> wape = new TreeMap<>();
    for (int i = 0; i < HORIZONS.size(); i++) {
      wape.put(HORIZONS.get(i), sums.wape(i));
    }
    return wape;
  }

  private SeriesWork.PartWork<Sums> judging() {
    NavigableMap<Integer, Champion> champions = new TreeMap<>();
    inForceFrom.forEach((day, bundle) -> champions.put(day, new BundleChampion(bundle)));
    return (series, into) -> judge(series, champions, into);
  }

  private void judge(Series series, NavigableMap<Integer, Champion> champions, Sums into) {
    DailyTruth truth = DailyTruth.of(series, source.end());
    SeriesReplay replay = new SeriesReplay(series);
    int first = Math.max(truth.firstDay() + 1, champions.firstKey());
    long spread = Series.spread(series.key(), 1);
    for (int day = first; day <= truth.lastDay(); day++) {
      if (Math.floorMod(day + spread, (long) everyDays) == 0) {
        StoreFacts store = series.store().latest();
        long asOf = store.startOf(day);
        replay.advanceTo(asOf);
        if (!replay.product().isNew()) {
          Champion champion = champions.floorEntry(day).getValue();
          double[] forecast = champion.forecast(replay.product(), asOf, store);
          into.add(truth, day, forecast);
        }
      }
    }
  }

  /** Sums of absolute errors and of demand, by horizon. */
  private static final class Sums {
    private final List<double[]> byHorizon = new ArrayList<>();

    Sums() {
      HORIZONS.forEach(horizon -> byHorizon.add(new double[4]));
    }

    void add(DailyTruth truth, int openDay, double[] forecast) {
      for (int i = 0; i < byHorizon.size(); i++) {
        int ahead = HORIZONS.get(i) - 1;
        double actual = truth.demand(openDay + ahead);
        if (!Double.isNaN(actual)) {
          double naive = truth.sameWeekdayBefore(openDay, openDay + ahead);
          double[] sums = byHorizon.get(i);
          sums[0]++;
          sums[1] += actual;
          sums[2] += Math.abs(actual - forecast[ahead]);
          sums[3] += Math.abs(actual - naive);
        }
      }
    }

    void join(Sums other) {
      for (int i = 0; i < byHorizon.size(); i++) {
        for (int j = 0; j < byHorizon.get(i).length; j++) {
          byHorizon.get(i)[j] += other.byHorizon.get(i)[j];
        }
      }
    }

    Wape wape(int i) {
      double[] sums = byHorizon.get(i);
      return new Wape((long) sums[0], sums[2] / sums[1], sums[3] / sums[1]);
    }
  }
}
