package io.shelfcast.job.operator;

import io.shelfcast.demand.HotState;
import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.scoring.RemoteForecasts;
import io.shelfcast.job.state.DurableCounts;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.target.DayAheadError;
import io.shelfcast.target.Decision;
import io.shelfcast.target.ForestWatcher;
import io.shelfcast.target.InventoryTarget;
import io.shelfcast.target.Measure;
import io.shelfcast.target.TargetKeeper;
import io.shelfcast.target.TargetKeeper.Moment;
import io.shelfcast.target.Update;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/** Keeps the targets of one subtask and counts what comes of it. */
final class ProductTargets {
  /** The durable figures that it moves. */
  static final JobMetric[] COUNTED = {
    JobMetric.RESCORED,
    JobMetric.DECIDED,
    JobMetric.SUPPRESSED,
    JobMetric.STORE_PRODUCTS,
    JobMetric.AT_RISK,
    JobMetric.STOCKOUTS,
    JobMetric.PHANTOM_DAYS,
    JobMetric.DAY_AHEAD_UNITS,
    JobMetric.DAY_AHEAD_ERROR,
    JobMetric.DAY_AHEAD_NAIVE_ERROR
  };

  private final TargetKeeper keeper;
  private final DurableCounts counts;
  private final Unsettled unsettled = new Unsettled();
  private final Turns turns = new Turns();

  /* Null where the bundle makes all forecasts. */
  private RemoteTurns remote;

  ProductTargets(TargetKeeper keeper, DurableCounts counts, MetricGroup metrics) {
    this.keeper = keeper;
    this.counts = counts;
    gauge(metrics, JobMetric.OLDEST_UNSETTLED_SECONDS, () -> unsettled.oldestSeconds(wallClock()));
    gauge(metrics, JobMetric.BUNDLE_SEQUENCE, () -> bundle() == null ? 0 : bundle().sequence());
    gauge(
        metrics,
        JobMetric.BUNDLE_AGE_SECONDS,
        () ->
            bundle() == null
                ? 0
                : (wallClock() - bundle().manifest().createdAt().toEpochMilli()) / 1000);
    metrics.gauge(JobMetric.FORECAST_ERROR.json(), (Gauge<Double>) this::forecastError);
  }

  private static void gauge(MetricGroup metrics, JobMetric metric, Gauge<Long> gauge) {
    metrics.gauge(metric.json(), gauge);
  }

  private static long wallClock() {
    return System.currentTimeMillis();
  }

  private ModelBundle bundle() {
    return keeper.bundle();
  }

  private double forecastError() {
    long units = counts.get(JobMetric.DAY_AHEAD_UNITS);
    return units == 0 ? 0 : counts.get(JobMetric.DAY_AHEAD_ERROR) / (double) units;
  }

  /** Swaps the model; {@link #isBehind} then holds for every store-product. */
  void use(ModelBundle next) {
    keeper.use(next);
  }

  /** Lets somebody look on whenever the forest has run. */
  void watch(ForestWatcher onlooker) {
    keeper.watch(onlooker);
  }

  /** Lets a model elsewhere make the forecasts, and the bundle stand in for it. */
  void ask(RemoteForecasts forecasts) {
    remote = new RemoteTurns(keeper, forecasts, counts);
  }

  /** What is due at the end of a turn of a store-product. */
  Moment dueAtEndOfTurn(StoreProduct product, StoreFacts store, long now) {
    Moment due = remote == null ? Moment.RESCORE : remote.atEnd(product, store, now);
    return due == Moment.RESCORE && turns.endsWithClose(product.key()) ? Moment.CLOSE : due;
  }

  /**
   * Brings a target up to date, and tells readers if that matters and they were not told in this
   * turn already.
   *
   * @param arrivedAt wall-clock arrival of the event that gave rise to it; 0 if none did
   * @param now the wall clock
   * @param endOfTurn of the store-product, as now
   * @return whether something is left to be done at the end of the turn
   */
  boolean update(
      StoreProduct product,
      StoreFacts store,
      Moment moment,
      long arrivedAt,
      long now,
      long endOfTurn,
      Collector<Decision> decided) {
    HotState hot = product.hot();
    long heldBack = hot.oldestUntold();
    if (arrivedAt != 0) {
      hot.arrived(arrivedAt);
    }
    boolean awaits = remote != null && remote.holds(product, store, moment, now);
    boolean held = awaits || moment != Moment.DRAIN && turns.isTold(product.key(), now);
    Update update = keeper.update(product, store, held ? Moment.HELD : moment);
    if (remote != null) {
      remote.standIn(product);
    }
    boolean isBehind = keeper.isBehind(product);
    if (update.decision() != null) {
      decided.collect(update.decision());
      turns.told(product.key(), now, endOfTurn);
    } else if (bundle() != null && !isBehind && !(held && update.suppressed())) {
      hot.foundStillGood();
    }
    unsettled.moved(heldBack, hot.oldestUntold());
    count(update);
    if (held && moment == Moment.CLOSE) {
      turns.endWithClose(product.key());
    }
    return isBehind || held && update.suppressed();
  }

  /** Counts a store-product no longer. */
  void retire(StoreProduct product) {
    InventoryTarget last = product.hot().published();
    counts.add(JobMetric.STORE_PRODUCTS, -isKnown(last));
    counts.add(JobMetric.AT_RISK, -atRisk(last));
    counts.add(JobMetric.STOCKOUTS, -isOut(last));
    unsettled.moved(product.hot().oldestUntold(), 0);
    if (remote != null) {
      remote.forget(product.key());
    }
  }

  private void count(Update update) {
    if (update.rescored()) {
      counts.increment(JobMetric.RESCORED);
    }
    if (update.suppressed()) {
      counts.increment(JobMetric.SUPPRESSED);
    }
    if (update.phantom()) {
      counts.increment(JobMetric.PHANTOM_DAYS);
    }
    Decision decision = update.decision();
    if (decision != null) {
      counts.increment(JobMetric.DECIDED);
      counts.add(JobMetric.STORE_PRODUCTS, 1 - isKnown(decision.before()));
      counts.add(JobMetric.AT_RISK, atRisk(decision.after()) - atRisk(decision.before()));
      counts.add(JobMetric.STOCKOUTS, isOut(decision.after()) - isOut(decision.before()));
    }
    DayAheadError error = update.error();
    if (error != null) {
      counts.add(JobMetric.DAY_AHEAD_UNITS, units(error.actual()));
      counts.add(JobMetric.DAY_AHEAD_ERROR, units(error.error()));
      counts.add(JobMetric.DAY_AHEAD_NAIVE_ERROR, units(error.naiveError()));
    }
  }

  private static long units(double units) {
    return Math.round(units * 10_000);
  }

  private static int isKnown(InventoryTarget target) {
    return target == null ? 0 : 1;
  }

  private static int atRisk(InventoryTarget target) {
    return target != null && target.atRisk() ? 1 : 0;
  }

  private static int isOut(InventoryTarget target) {
    return target != null && target.get(Measure.ON_HAND) == 0 ? 1 : 0;
  }
}
