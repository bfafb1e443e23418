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
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.DurableCounts;
import io.shelfcast.job.state.Forms;
import io.shelfcast.job.state.Generation;
import io.shelfcast.job.state.KeyedMemory;
import io.shelfcast.stock.OpenOrders;
import io.shelfcast.target.Decision;
import java.time.ZoneId;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Applies each event to its store-product and tells what follows from it.
 *
 * @see StoreProduct what applying means
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

  /** What is known of each store, by storeId. */
  public static final MapStateDescriptor<String, StoreFacts> STORES =
      new MapStateDescriptor<>("stores", Types.STRING, BinaryType.of(Forms.STORE_FACTS));

  /** The model bundle in use, under {@link #BUNDLE_IN_USE}. */
  public static final MapStateDescriptor<String, BundleReference> BUNDLES =
      new MapStateDescriptor<>("bundles", Types.STRING, BinaryType.of(Forms.BUNDLE_REFERENCE));

  private static final String BUNDLE_IN_USE = "in-use";

  private final ZoneId assumedZone;
  private final long freshGeneration;
  private transient DurableCounts counts;
  private transient Generation generation;
  private transient KeyedMemory memory;

  /**
   * @param assumedZone of a store until its STORE event comes
   * @param freshGeneration of a job that starts from nothing
   */
  public ApplyEvent(ZoneId assumedZone, long freshGeneration) {
    this.assumedZone = assumedZone;
    this.freshGeneration = freshGeneration;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generation = new Generation(context.getOperatorStateStore(), freshGeneration);
    counts =
        new DurableCounts(
            context.getOperatorStateStore(),
            getRuntimeContext(),
            JobMetric.REFUSED,
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
    memory = new KeyedMemory(getRuntimeContext());
  }

  @Override
  public void processElement(Arrival arrival, ReadOnlyContext context, Collector<Decision> decided)
      throws Exception {
    StoreFacts store = store(context.getCurrentKey(), context.getBroadcastState(STORES));
    memory.begin();
    StoreProduct product = new StoreProduct(context.getCurrentKey(), memory);
    Fate fate = product.apply(arrival.event(), store);
    memory.end();
    if (arrival.isRebuilt()) {
      return;
    }
    counts.increment(JobMetric.of(fate));
    if (fate == Fate.REFUSED) {
      context.output(REFUSED, refused(arrival));
    } else if (fate != Fate.DUPLICATE) {
      context.output(ARCHIVED, archived(arrival, fate, product, store));
    }
  }

  private StoreFacts store(StoreProductKey key, ReadOnlyBroadcastState<String, StoreFacts> stores)
      throws Exception {
    StoreFacts known = stores.get(key.storeId());
    return known == null ? StoreFacts.unknown(assumedZone) : known;
  }

  private static RefusedRecord refused(Arrival arrival) {
    return new RefusedRecord(
        EventCodec.encode(arrival.event()),
        "orderId is one more than the " + OpenOrders.LIMIT + " orders that can be open",
        arrival.arrivedAt());
  }

  private ArchivedEvent archived(
      Arrival arrival, Fate fate, StoreProduct product, StoreFacts store) {
    return new ArchivedEvent(
        arrival.event(),
        fate,
        ArchivedEvent.Origin.LIVE,
        arrival.arrivedAt(),
        store.businessDay(arrival.event().occurredAt()),
        fate == Fate.APPLIED ? product.ordinal() : 0,
        generation.value());
  }

  @Override
  public void processBroadcastElement(
      Announcement announcement, Context context, Collector<Decision> decided) throws Exception {
    if (announcement.isBundle()) {
      context.getBroadcastState(BUNDLES).put(BUNDLE_IN_USE, announcement.bundle());
    } else {
      context.getBroadcastState(STORES).put(announcement.storeId(), announcement.facts());
    }
  }
}
