package io.shelfcast.trainer.backtest;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.DemandAhead;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.rows.BundleChampion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.OriginPlan;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesReplay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Replays one series through the engine that the stream job runs and looks at its full days at
 * midnight and at the {@link OriginPlan#INSTANTS}. Belongs to one thread.
 */
final class IntradayDays {
  private final NavigableMap<Integer, Model> models = new TreeMap<>();
  private final int days;
  private final long end;

  private record Model(ModelBundle bundle, BundleChampion champion) {}

  /**
   * @param bundles by the first day they are in use
   * @param days each is in use, if no other comes sooner
   * @param end the instant the data ends, in milliseconds since the epoch
   */
  IntradayDays(NavigableMap<Integer, ModelBundle> bundles, int days, long end) {
    bundles.forEach((day, of) -> models.put(day, new Model(of, new BundleChampion(of))));
    this.days = days;
    this.end = end;
  }

  /** Looks at each day with known demand on which the store was open, in order of time. */
  void each(Series series, Consumer<IntradayLook> listener) {
    DailyTruth truth = DailyTruth.of(series, end);
    SeriesReplay replay = new SeriesReplay(series);
    int last = Math.min(truth.lastDay(), models.lastKey() + days - 1);
    for (int day = Math.max(models.firstKey(), truth.firstDay() + 1); day <= last; day++) {
      boolean inUse = day < models.floorKey(day) + days;
      if (inUse && !Double.isNaN(truth.fullDemand(day))) {
        look(series, replay, truth, day, listener);
      }
    }
  }

  private void look(
      Series series,
      SeriesReplay replay,
      DailyTruth truth,
      int day,
      Consumer<IntradayLook> listener) {
    Model model = models.floorEntry(day).getValue();
    long midnight = series.store().latest().startOf(day);
    replay.advanceTo(midnight);
    StoreProduct product = replay.product();
    if (product.isNew() || product.openDay() != day) {
      return;
    }
    double[] atMidnight = model.champion().forecast(product, midnight, series.store().at(midnight));
    double[] actual = new double[FeatureSchema.ROWS];
    Arrays.setAll(actual, h -> truth.demand(day + h));
    for (int i = 0; i < OriginPlan.INSTANTS.size(); i++) {
      long asOf = instant(series, day, i);
      replay.advanceTo(asOf);
      StoreFacts store = series.store().at(asOf);
      double[] now = model.champion().forecast(product, asOf, store);
      DemandAhead aged = ahead(model, product, midnight, atMidnight, store.clockShare(day, asOf));
      listener.accept(
          new IntradayLook(
              day,
              i,
              product.today().units() / 10_000d,
              atMidnight[0],
              aged.today(),
              now[0],
              model.champion().forecast(product, product.asOf(store), store)[0],
              Arrays.copyOfRange(atMidnight, 1, atMidnight.length),
              Arrays.copyOfRange(now, 1, now.length),
              actual));
    }
  }

  /** Midnight's forecast as the job reads it later in the day. */
  private static DemandAhead ahead(
      Model model, StoreProduct product, long midnight, double[] daily, double clockShare) {
    float[] units = new float[daily.length];
    for (int h = 0; h < units.length; h++) {
      units[h] = (float) daily[h];
    }
    Forecast forecast =
        new Forecast(
            model.bundle().sequence(),
            product.openDay(),
            midnight,
            product.closedDays().demandClass(),
            units);
    return new DemandAhead(forecast, model.bundle().statistics(), clockShare);
  }

  private static long instant(Series series, int day, int instant) {
    return LocalDate.ofEpochDay(day)
        .atTime(OriginPlan.INSTANTS.get(instant))
        .atZone(series.store().latest().zone())
        .toInstant()
        .toEpochMilli();
  }
}
