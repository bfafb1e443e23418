package io.shelfcast.job.operator;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.demand.StoreProduct;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventCodec;
import io.shelfcast.event.Fate;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.KnownStores;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.scoring.RemoteForecasts;
import io.shelfcast.job.scoring.RemoteScorer;
import io.shelfcast.job.scoring.ShadowModel;
import io.shelfcast.job.scoring.ShadowScoring;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.DurableCounts;
import io.shelfcast.job.state.Forms;
import io.shelfcast.job.state.Generation;
import io.shelfcast.job.state.KeyedMemory;
import io.shelfcast.job.state.LateArrivals;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.target.Decision;
import io.shelfcast.target.TargetKeeper;
import io.shelfcast.target.TargetKeeper.Moment;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Applies each event to its store-product, closes its days, and keeps its target: state handles and
 * timers here, all that decides something in core.
 *
 * <p>Timers of a store-product, at most three: in stream time its next day close, and {@link
 * #ONCE_TIME_IS_KNOWN} after a rebuild; by the wall clock the end of its turn, on a grid, so that
 * there is one at most however many events come. State is bounded by {@link KeyedMemory} and ends
 * when a store-product is retired.
 *
 * <p>Runs within {@link StoreProducts}.
 *
 * @see StoreProduct what applying means
 * @see TargetKeeper what follows from it
 * @see io.shelfcast.job.aws.TargetSink where a decision goes next
 */
public final class ApplyEvent
    extends KeyedBroadcastProcessFunction<StoreProductKey, Arrival, Announcement, Decision>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  /** Every event taken in or too old. */
  public static final OutputTag<ArchivedEvent> ARCHIVED =
      new OutputTag<>("archived-events", BinaryType.of(Forms.ARCHIVED_EVENT));

  /** Events that cannot be taken in. */
  public static final OutputTag<RefusedRecord> REFUSED =
      new OutputTag<>("refused-events", BinaryType.of(Forms.REFUSED));

  /** Long past, so that it fires with the first watermark, when a rebuild is complete. */
  private static final long ONCE_TIME_IS_KNOWN = 0;

  private final TargetRules rules;
  private final Announced announced;
  private final ShadowModel shadowModel;
  private final RemoteScorer.Opener remoteModel;
  private transient ShadowScoring shadow;
  private transient RemoteForecasts remote;
  private transient DurableCounts counts;
  private transient Generation generation;
  private transient ProductTargets targets;
  private transient Consumer<StoreProductKey> turnTo;
  private transient KeyedMemory memory;
  private transient LateArrivals late;

  /* The operator's only one; Flink hands it out with elements and timers, not with broadcasts. */
  private transient TimerService timers;
  private transient boolean sweepDue;

  /**
   * @param known what a fresh start knows of stores
   * @param firstBundle what a fresh start begins with; null if it is to be announced
   * @param shadowModel what is tried beside the bundle
   * @param remoteModel what makes the forecasts in its place; null if nothing does
   */
  public ApplyEvent(
      TargetRules rules,
      BundleStore bundles,
      KnownStores known,
      BundleReference firstBundle,
      ShadowModel shadowModel,
      RemoteScorer.Opener remoteModel) {
    this.rules = rules;
    this.shadowModel = shadowModel;
    this.remoteModel = remoteModel;
    this.announced = new Announced(bundles, known, firstBundle, rules.assumedZone());
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generation = new Generation(context.getOperatorStateStore(), rules.freshGeneration());
    Stream<JobMetric> fates =
        Stream.of(JobMetric.REFUSED, JobMetric.APPLIED, JobMetric.DUPLICATE, JobMetric.TOO_OLD);
    Stream<JobMetric> answers =
        remoteModel == null ? Stream.empty() : Stream.of(RemoteTurns.COUNTED);
    Stream<JobMetric> all =
        Stream.of(fates, Stream.of(ProductTargets.COUNTED), answers).flatMap(each -> each);
    counts =
        new DurableCounts(
            context.getOperatorStateStore(), getRuntimeContext(), all.toArray(JobMetric[]::new));
    targets =
        new ProductTargets(
            rules.keeper(generation.value()),
            counts,
            getRuntimeContext().getMetricGroup().addGroup(JobMetric.GROUP));
    announced.begin(context, targets::use);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    memory.writeBack();
    generation.snapshot();
    counts.snapshot();
  }

  /**
   * Lets it write for other keys than the current one; before {@link #open}.
   *
   * @param way makes a key the current one
   */
  void reachKeys(Consumer<StoreProductKey> way) {
    turnTo = way;
  }

  @Override
  public void open(OpenContext context) {
    memory = new KeyedMemory(getRuntimeContext(), turnTo);
    late = new LateArrivals(getRuntimeContext());
    if (remoteModel != null) {
      remote = new RemoteForecasts(remoteModel, rules.scoringDeadline());
      targets.ask(remote);
    }
    if (!shadowModel.isNone()) {
      MetricGroup metrics = getRuntimeContext().getMetricGroup().addGroup(JobMetric.GROUP);
      shadow = ShadowScoring.start(shadowModel, metrics);
      targets.watch(shadow);
    }
  }

  @Override
  public void close() {
    if (remote != null) {
      remote.close();
    }
    if (shadow != null) {
      shadow.close();
    }
  }

  @Override
  public void processElement(Arrival arrival, ReadOnlyContext context, Collector<Decision> decided)
      throws Exception {
    timers = context.timerService();
    StoreProduct product = begin(context.getCurrentKey());
    StoreFacts store = announced.store(product.key(), context);
    boolean isNew = product.isNew();
    int openDay = product.openDay();
    Fate fate = late.judge(arrival, product.apply(arrival.event(), store));
    if (arrival.isRebuilt()) {
      timers.registerEventTimeTimer(ONCE_TIME_IS_KNOWN);
    } else {
      settleFate(arrival, fate, product, store, context);
      if (fate == Fate.APPLIED) {
        boolean closes = isNew || openDay != product.openDay();
        Moment moment = closes ? Moment.CLOSE : Moment.EVENT;
        follow(product, store, moment, arrival.readableAt(), decided);
        if (closes) {
          scheduleClose(product, store);
        }
      }
    }
    memory.end();
  }

  private StoreProduct begin(StoreProductKey key) {
    memory.begin(key);
    return new StoreProduct(key, memory);
  }

  private void settleFate(
      Arrival arrival, Fate fate, StoreProduct product, StoreFacts store, ReadOnlyContext context) {
    counts.increment(JobMetric.of(fate));
    if (fate == Fate.REFUSED) {
      context.output(
          REFUSED,
          new RefusedRecord(
              EventCodec.encode(arrival.event()),
              "orderId is one more than the " + OpenOrders.LIMIT + " orders that can be open",
              arrival.arrivedAt()));
    } else if (fate != Fate.DUPLICATE) {
      context.output(
          ARCHIVED,
          new ArchivedEvent(
              arrival.event(),
              fate,
              ArchivedEvent.Origin.LIVE,
              arrival.arrivedAt(),
              store.businessDay(arrival.event().occurredAt()),
              fate == Fate.APPLIED ? product.ordinal() : 0,
              generation.value()));
    }
  }

  /** Brings the target up to date, and does the rest at the end of its turn. */
  private void follow(
      StoreProduct product,
      StoreFacts store,
      Moment moment,
      long arrivedAt,
      Collector<Decision> decided) {
    long now = timers.currentProcessingTime();
    long endOfTurn = rules.endOfTurn(product.key(), now);
    if (targets.update(product, store, moment, arrivedAt, now, endOfTurn, decided)) {
      timers.registerProcessingTimeTimer(endOfTurn);
    }
  }

  private void scheduleClose(StoreProduct product, StoreFacts store) {
    timers.registerEventTimeTimer(rules.closing().of(product.openDay(), product.key(), store));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Decision> decided)
      throws Exception {
    timers = context.timerService();
    StoreProduct product = begin(context.getCurrentKey());
    if (product.isNew()) {
      return;
    }
    StoreFacts store = announced.store(product.key(), context);
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      Moment due = targets.dueAtEndOfTurn(product, store, timers.currentProcessingTime());
      follow(product, store, due, 0, decided);
    } else if (timers.currentWatermark() == Long.MAX_VALUE) {
      closeThrough(announced.endedAt(), product, store);
      follow(product, store, Moment.DRAIN, 0, decided);
    } else {
      /* Time may have come further than this close: after a rebuild by many days, closed as one. */
      closeThrough(timers.currentWatermark(), product, store);
      follow(product, store, Moment.CLOSE, 0, decided);
      if (product.isRetired(store)) {
        targets.retire(product);
        memory.clear();
        return;
      }
      scheduleClose(product, store);
    }
    memory.end();
  }

  private void closeThrough(long time, StoreProduct product, StoreFacts store) {
    product.closeThrough(rules.closing().lastDueDay(time, product.key(), store), store);
  }

  @Override
  public void processBroadcastElement(
      Announcement announcement, Context context, Collector<Decision> decided) throws Exception {
    sweepDue |= announced.follow(announcement, context, targets::use);
    /* Announced again at each check, so that a sweep can wait for time and timers. */
    if (sweepDue && timers != null && context.currentWatermark() != Long.MIN_VALUE) {
      sweepDue = false;
      sweep(context);
    }
  }

  /** Lets the forest run for every store-product, a few at a time. */
  private void sweep(Context context) throws Exception {
    memory.writeBack();
    long[] next = {timers.currentProcessingTime()};
    context.applyToKeyedState(
        KeyedMemory.HOT, (key, hot) -> timers.registerProcessingTimeTimer(next[0]++));
  }
}
