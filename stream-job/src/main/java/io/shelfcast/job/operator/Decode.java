package io.shelfcast.job.operator;

import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.DurableCounts;
import io.shelfcast.job.state.Forms;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Counts what comes and parts it: events of products go on, those of stores and records that are no
 * events to the side. The bytes were read at the source already, for time is told from them.
 *
 * @see ApplyEvent where a product's event goes next
 * @see ApplyStoreEvent where a store's goes
 */
public final class Decode extends ProcessFunction<Arrival, Arrival>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  /** Events about a store as a whole. */
  public static final OutputTag<Arrival> STORE_EVENTS =
      new OutputTag<>("store-events", BinaryType.of(Forms.ARRIVAL));

  /** Records that are no event. */
  public static final OutputTag<RefusedRecord> REFUSED =
      new OutputTag<>("refused", BinaryType.of(Forms.REFUSED));

  private transient DurableCounts counts;

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    counts =
        new DurableCounts(
            context.getOperatorStateStore(),
            getRuntimeContext(),
            JobMetric.READ,
            JobMetric.REFUSED);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    counts.snapshot();
  }

  @Override
  public void processElement(Arrival arrival, Context context, Collector<Arrival> products) {
    if (!arrival.isRebuilt()) {
      counts.increment(JobMetric.READ);
    }
    if (arrival.isRefused()) {
      counts.increment(JobMetric.REFUSED);
      context.output(REFUSED, arrival.refusal());
    } else if (arrival.event().type().isStoreLevel()) {
      context.output(STORE_EVENTS, arrival);
    } else {
      products.collect(arrival);
    }
  }
}
