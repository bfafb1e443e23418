package io.shelfcast.trainer.backtest;

import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.rows.BundleChampion;
import io.shelfcast.trainer.rows.DailyTruth;
import io.shelfcast.trainer.rows.Mornings;
import io.shelfcast.trainer.rows.Mornings.Morning;
import io.shelfcast.trainer.rows.OriginPlan;
import io.shelfcast.trainer.series.Series;
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
    new Mornings(series, truth)
        .each(
            models.firstKey(),
            models.lastKey() + days - 1,
            day -> isInUse(day) && !Double.isNaN(truth.fullDemand(day)),
            midnight -> look(series, midnight, listener));
  }

  private boolean isInUse(int day) {
    return day < models.floorKey(day) + days;
  }

  private void look(Series series, Morning midnight, Consumer<IntradayLook> listener) {
    int day = midnight.day();
    Model model = models.floorEntry(day).getValue();
    double[] atMidnight = forecast(model, midnight, midnight.asOf());
    double[] actual = midnight.actual();
    for (int i = 0; i < OriginPlan.INSTANTS.size(); i++) {
      Morning later = midnight.later(series.instant(day, OriginPlan.INSTANTS.get(i)));
      double[] now = forecast(model, later, later.asOf());
      double[] told = forecast(model, later, later.product().asOf(later.store()));
      listener.accept(
          new IntradayLook(
              day,
              i,
              later.product().today().units() / 10_000d,
              atMidnight[0],
              later.ahead(midnight.asOf(), atMidnight, model.bundle().statistics()).today(),
              now[0],
              told[0],
              Arrays.copyOfRange(atMidnight, 1, atMidnight.length),
              Arrays.copyOfRange(now, 1, now.length),
              actual));
    }
  }

  private static double[] forecast(Model model, Morning at, long asOf) {
    return model.champion().forecast(at.product(), asOf, at.store());
  }
}
