package io.shelfcast.job.operator;

import io.shelfcast.demand.JournalKey;
import io.shelfcast.demand.SeenEvents;
import io.shelfcast.demand.Store;
import io.shelfcast.demand.StoreState;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.DurableCounts;
import io.shelfcast.job.state.Forms;
import io.shelfcast.job.state.Generation;
import io.shelfcast.job.state.LateArrivals;
import io.shelfcast.job.state.StateFault;
import java.time.Duration;
import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Applies the events about a store as a whole, keyed by store: each once. What is newly known of
 * the store is announced to all its products; each minute, readers are told how far its time has
 * come.
 *
 * <p>State is bounded by the ticks of the repair window, some 20,000 ids for each store.
 *
 * @see Store what applying means
 */
public final class ApplyStoreEvent extends KeyedProcessFunction<String, Arrival, Announcement>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;
  private static final long STALENESS_MS = Duration.ofMinutes(1).toMillis();

  /** Every event taken in or too old. */
  public static final OutputTag<ArchivedEvent> ARCHIVED =
      new OutputTag<>("archived-store-events", BinaryType.of(Forms.ARCHIVED_EVENT));

  /** How far the time of each store has come. */
  public static final OutputTag<TableWrite> STALENESS =
      new OutputTag<>("staleness", BinaryType.of(Forms.TABLE_WRITE));

  private final TargetRules rules;
  private transient DurableCounts counts;
  private transient Generation generation;
  private transient ValueState<StoreState> storeState;
  private transient MapState<JournalKey, Boolean> seenState;
  private transient LateArrivals late;

  public ApplyStoreEvent(TargetRules rules) {
    this.rules = rules;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generation = new Generation(context.getOperatorStateStore(), rules.freshGeneration());
    counts =
        new DurableCounts(
            context.getOperatorStateStore(),
            getRuntimeContext(),
            JobMetric.APPLIED,
            JobMetric.DUPLICATE,
            JobMetric.TOO_OLD);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    generation.snapshot();
    counts.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    late = new LateArrivals(getRuntimeContext());
    storeState =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("store", BinaryType.of(Forms.STORE_STATE)));
    seenState =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("seen", BinaryType.of(Forms.JOURNAL_KEY), Types.BOOLEAN));
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Announcement> announced)
      throws Exception {
    StoreState state = storeState.value();
    if (state == null) {
      state = StoreState.unknown(rules.assumedZone());
      scheduleStaleness(context);
    }
    Store store = new Store(state, new Seen());
    Fate fate = late.judge(arrival, store.apply(arrival.event(), arrival.streamTime()));
    storeState.update(state);
    if (fate == Fate.APPLIED && arrival.event().type() == EventType.STORE) {
      announced.collect(Announcement.of(context.getCurrentKey(), store.facts()));
    }
    if (!arrival.isRebuilt()) {
      counts.increment(JobMetric.of(fate));
      if (fate != Fate.DUPLICATE) {
        context.output(ARCHIVED, archived(arrival, fate, store));
      }
    }
  }

  private ArchivedEvent archived(Arrival arrival, Fate fate, Store store) {
    return new ArchivedEvent(
        arrival.event(),
        fate,
        ArchivedEvent.Origin.LIVE,
        arrival.arrivedAt(),
        store.facts().businessDay(arrival.event().occurredAt()),
        fate == Fate.APPLIED ? store.ordinal() : 0,
        generation.value());
  }

  /* The second timer fires when the input ends, so that the last item tells the last time. */
  private void scheduleStaleness(Context context) {
    long now = context.timerService().currentProcessingTime();
    context.timerService().registerProcessingTimeTimer(now + STALENESS_MS);
    context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Announcement> announced)
      throws Exception {
    long clock = new Store(storeState.value(), new Seen()).clock();
    long reflected = Math.min(clock, context.timerService().currentWatermark());
    if (reflected != Long.MIN_VALUE) {
      context.output(
          STALENESS, TableWrite.staleness(context.getCurrentKey(), generation.value(), reflected));
    }
    if (timestamp != Long.MAX_VALUE) {
      context.timerService().registerProcessingTimeTimer(timestamp + STALENESS_MS);
    }
  }

  /** The store's ids in keyed state. */
  private final class Seen implements SeenEvents {
    @Override
    public boolean contains(JournalKey key) {
      return StateFault.read(() -> seenState.contains(key));
    }

    @Override
    public void add(JournalKey key) {
      StateFault.change(
          () -> {
            seenState.put(key, Boolean.TRUE);
          });
    }

    @Override
    public void forgetBefore(int day) {
      StateFault.change(
          () -> {
            for (Iterator<JournalKey> keys = seenState.keys().iterator(); keys.hasNext(); ) {
              if (keys.next().day() < day) {
                keys.remove();
              }
            }
          });
    }
  }
}
