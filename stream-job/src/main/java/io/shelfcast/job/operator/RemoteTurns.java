package io.shelfcast.job.operator;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.scoring.RemoteForecasts;
import io.shelfcast.job.scoring.RemoteForecasts.Asked;
import io.shelfcast.job.state.DurableCounts;
import io.shelfcast.target.TargetKeeper;
import io.shelfcast.target.TargetKeeper.Moment;

/**
 * What becomes of a turn where a model elsewhere makes the forecasts: it is asked when the turn
 * ends, or a day closes, and its answer looked for at the end of the next ones. Until then the last
 * forecast stands, or the bundle's at the close of a day, and readers are not told of it; where no
 * answer comes the bundle's is told.
 *
 * <p>Whoever waits is behind, by the state's own mark, so that after a restart the turn's timer
 * finds it behind, with nothing asked, and asks again. Each forecast asked for ends as scored or
 * failed.
 */
final class RemoteTurns {
  /** The durable figures that it moves. */
  static final JobMetric[] COUNTED = {JobMetric.REMOTE_SCORED, JobMetric.REMOTE_FAILED};

  private final TargetKeeper keeper;
  private final RemoteForecasts remote;
  private final DurableCounts counts;

  RemoteTurns(TargetKeeper keeper, RemoteForecasts remote, DurableCounts counts) {
    this.keeper = keeper;
    this.remote = remote;
    this.counts = counts;
  }

  /** Whether readers have to wait for an answer: of a day that closes it is asked at once. */
  boolean holds(StoreProduct product, StoreFacts store, Moment moment, long now) {
    if (moment == Moment.DRAIN) {
      forget(product.key());
      return false;
    }
    if (moment != Moment.CLOSE || !keeper.isBehind(product)) {
      return false;
    }
    Asked asked = remote.asked(product.key());
    return asked != null && asked.origin().isOf(product) || ask(product, store, now);
  }

  private boolean ask(StoreProduct product, StoreFacts store, long now) {
    long deadline = remote.deadline(product.key(), now);
    forget(product.key());
    if (deadline <= now) {
      return false;
    }
    boolean taken = remote.ask(keeper.origin(product, store), deadline);
    counts.add(JobMetric.REMOTE_FAILED, taken ? 0 : 1);
    return taken;
  }

  /** Notes after an update that its forecast only stands in for one that was asked for. */
  void standIn(StoreProduct product) {
    if (remote.asked(product.key()) != null) {
      product.hot().expectForecast();
    }
  }

  /** What is due at the end of a turn: to wait, or to go by what has come. */
  Moment atEnd(StoreProduct product, StoreFacts store, long now) {
    Asked asked = remote.asked(product.key());
    if (asked != null && asked.isAwaited(now)) {
      return Moment.HELD;
    }
    boolean used = use(asked, product, store);
    if (!keeper.isBehind(product)) {
      return Moment.RESCORE;
    }
    boolean mayAsk = asked == null || asked.scores() != null;
    if (mayAsk && ask(product, store, now)) {
      return used ? Moment.EVENT : Moment.HELD;
    }
    keeper.score(product, store);
    counts.increment(JobMetric.RESCORED);
    return Moment.RESCORE;
  }

  private boolean use(Asked asked, StoreProduct product, StoreFacts store) {
    float[] scores = asked == null ? null : asked.scores();
    boolean used = scores != null && keeper.take(product, store, asked.origin(), scores);
    if (used) {
      remote.forget(product.key());
      counts.increment(JobMetric.REMOTE_SCORED);
    } else {
      forget(product.key());
    }
    return used;
  }

  /** Waits no longer for what was asked for a store-product, if anything was. */
  void forget(StoreProductKey key) {
    counts.add(JobMetric.REMOTE_FAILED, remote.forget(key) ? 1 : 0);
  }
}
