package io.shelfcast.target;

import io.shelfcast.demand.DemandHistory;
import io.shelfcast.demand.HotState;
import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.forecast.Forecast;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.Scorer;
import io.shelfcast.stock.Policy;

/**
 * Keeps the published targets of many store-products in step with their state: runs the forest when
 * its inputs moved, computes the target, and decides whether it is told now or later.
 *
 * <p>The computed target is a pure function of the events applied, the bundle and the last closed
 * day; where a model elsewhere answered, of that answer too, which the decision then records. When
 * it is told depends on what was told before; at drain both are made equal. Belongs to one thread.
 *
 * @see StoreProduct the state it reads
 * @see StockTargets how a target is computed
 * @see PublishRule when it is told
 */
public final class TargetKeeper {
  /** What gives rise to an update. */
  public enum Moment {
    /** An event was applied: the policy follows at once, the forest may lag. */
    EVENT,
    /** Something happened just after readers were told: they hear of it a little later. */
    HELD,
    /** Time for the forest to catch up, a new bundle included. */
    RESCORE,
    /** The day was closed: whatever a reader acts on is settled. */
    CLOSE,
    /** The job drains, or someone asks: everything is settled. */
    DRAIN
  }

  private final long generation;
  private final Policy assumed;
  private final int sampledShare;
  private final float[] scores = new float[FeatureSchema.ROWS];
  private ForestWatcher watcher = (key, rows, ignored) -> {};
  private ModelBundle bundle;
  private Scorer scorer;

  /**
   * @param generation of this job
   * @param assumed policy of a store-product that none was given for
   * @param sampledShare share of forest runs, in 1/10,000, whose features go into the decision
   */
  public TargetKeeper(long generation, Policy assumed, int sampledShare) {
    this.generation = generation;
    this.assumed = assumed;
    this.sampledShare = sampledShare;
  }

  /** Swaps the model. Targets follow with their next update. */
  public void use(ModelBundle next) {
    bundle = next;
    scorer = next.forest().scorer();
  }

  /** Lets somebody look on whenever the forest has run. */
  public void watch(ForestWatcher onlooker) {
    watcher = onlooker;
  }

  /** The bundle in use, or null before the first. */
  public ModelBundle bundle() {
    return bundle;
  }

  /**
   * Brings the target of a store-product up to date.
   *
   * @return what came of it; nothing before the first bundle or the first event
   */
  public Update update(StoreProduct product, StoreFacts store, Moment moment) {
    if (bundle == null || product.isNew()) {
      return Update.NOTHING;
    }
    product.follow(store);
    HotState hot = product.hot();
    Forecast last = hot.forecast();
    boolean dayTurned = last == null || last.openDay() != product.openDay();
    DayAheadError error = dayTurned ? judge(product) : null;
    boolean phantom = last != null && dayTurned && PhantomStock.isSuspected(product);
    ForecastOrigin scored = null;
    if (dayTurned || isDue(moment, product, store)) {
      scored = score(product, store);
    }
    if (dayTurned) {
      hot.setDayAhead(product.openDay(), (float) hot.forecast().day(0));
    }
    InventoryTarget now = compute(product, store);
    boolean closes = dayTurned && moment != Moment.DRAIN && moment != Moment.HELD;
    Moment as = closes ? Moment.CLOSE : moment;
    return publish(product, now, scored, as, error, phantom);
  }

  /** At drain the forecast must not depend on when the forest happened to run. */
  private boolean isDue(Moment moment, StoreProduct product, StoreFacts store) {
    HotState hot = product.hot();
    boolean aged = hot.forecast().asOf() != product.asOf(store);
    boolean catchesUp = moment != Moment.EVENT && moment != Moment.HELD;
    return moment == Moment.DRAIN && aged || catchesUp && isOutdated(hot);
  }

  private boolean isOutdated(HotState hot) {
    return hot.isForecastStale() || hot.forecast().bundleSequence() != bundle.sequence();
  }

  /** Whether the forest has catching up to do. */
  public boolean isBehind(StoreProduct product) {
    HotState hot = product.hot();
    return bundle != null && (hot.forecast() == null || isOutdated(hot));
  }

  private static boolean isCaughtUp(StoreProduct product, StoreFacts store) {
    HotState hot = product.hot();
    return !hot.isForecastStale() && hot.forecast().asOf() == product.asOf(store);
  }

  /** The target as state says now; needs a forecast. */
  private InventoryTarget compute(StoreProduct product, StoreFacts store) {
    TargetVersion version =
        new TargetVersion(
            generation,
            product.openDay() - 1,
            product.hot().forecast().bundleSequence(),
            product.eventsApplied(),
            isCaughtUp(product, store),
            product.hot().forecast().isRemote());
    return StockTargets.compute(
        product, product.policy(assumed), store, bundle.errors(), bundle.statistics(), version);
  }

  /** Runs the forest for a store-product as it is now. */
  public ForecastOrigin score(StoreProduct product, StoreFacts store) {
    ForecastOrigin origin = origin(product, store);
    scorer.predict(origin.rows(), 0, FeatureSchema.ROWS, scores);
    watcher.ran(product.key(), origin.rows(), scores);
    product.hot().setForecast(origin.forecast(scores, false));
    return origin;
  }

  /** What a model elsewhere is to score for a store-product as it is now; needs a bundle. */
  public ForecastOrigin origin(StoreProduct product, StoreFacts store) {
    product.follow(store);
    return ForecastOrigin.of(product, store, bundle);
  }

  /**
   * Takes the scores of a model elsewhere. If events have come since its origin, the forecast lags
   * behind them as the forest's own does within a turn, and stays to be made anew; if the day has
   * turned or the bundle was swapped, it comes too late and changes nothing.
   *
   * @param answer one score a row of the origin
   * @return whether the forecast is made of it now
   */
  public boolean take(
      StoreProduct product, StoreFacts store, ForecastOrigin origin, float[] answer) {
    product.follow(store);
    if (!origin.isInForce(product, bundle)) {
      return false;
    }
    HotState hot = product.hot();
    hot.setForecast(origin.forecast(answer, true));
    if (origin.isFirstOfDay()) {
      hot.setDayAhead(product.openDay(), (float) hot.forecast().day(0));
    }
    if (!origin.isOf(product)) {
      hot.expectForecast();
    }
    return true;
  }

  /**
   * Compares the day-ahead forecast with the day, now closed; null if there is nothing to compare.
   */
  private static DayAheadError judge(StoreProduct product) {
    int day = product.hot().dayAheadDay();
    DemandHistory history = product.history();
    if (!history.has(day) || !history.has(day - 7) || !history.day(day).isFull()) {
      return null;
    }
    return new DayAheadError(
        history.day(day).units() / 10_000d,
        product.hot().dayAhead(),
        history.day(day - 7).units() / 10_000d);
  }

  private Update publish(
      StoreProduct product,
      InventoryTarget now,
      ForecastOrigin scored,
      Moment moment,
      DayAheadError error,
      boolean phantom) {
    HotState hot = product.hot();
    InventoryTarget before = hot.published();
    Decision.Reason reason =
        moment == Moment.HELD ? null : reason(before, now, moment, product.policy(assumed));
    boolean rescored = scored != null;
    if (reason == null) {
      return new Update(null, rescored, !PublishRule.actsAlike(before, now), error, phantom);
    }
    float[] sampled = rescored && isSampled(now) ? scored.rows() : null;
    Forecast remote = now.version().isRemote() ? hot.forecast() : null;
    Decision decision =
        new Decision(
            before, now, reason, product.storeRevision(), hot.oldestUntold(), sampled, remote);
    hot.setPublished(now);
    return new Update(decision, rescored, false, error, phantom);
  }

  private static Decision.Reason reason(
      InventoryTarget before, InventoryTarget now, Moment moment, Policy policy) {
    Decision.Reason atOnce = PublishRule.reasonAtOnce(before, now, policy.packSize());
    return atOnce == null && isToSettle(before, now, moment) ? Decision.Reason.SETTLED : atOnce;
  }

  private static boolean isToSettle(InventoryTarget before, InventoryTarget now, Moment moment) {
    switch (moment) {
      case CLOSE:
        return !PublishRule.actsAlike(before, now);
      case DRAIN:
        return !before.equals(now);
      default:
        return false;
    }
  }

  private boolean isSampled(InventoryTarget target) {
    long mixed = 31L * target.key().hashCode() + target.version().eventsApplied();
    return Math.floorMod(mixed * 0x9E3779B97F4A7C15L >>> 32, 10_000) < sampledShare;
  }
}
