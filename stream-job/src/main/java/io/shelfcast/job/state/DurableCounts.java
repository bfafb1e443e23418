package io.shelfcast.job.state;

import io.shelfcast.job.JobMetric;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts that are exact after any restart: they are part of the checkpoint, so that what is
 * replayed is not counted twice. Shown as gauges, and as accumulators, whose sum over all subtasks
 * outlives the job.
 */
public final class DurableCounts {
  private final Map<JobMetric, LongCounter> counts = new EnumMap<>(JobMetric.class);
  private final ListState<Tuple2<String, Long>> state;

  /**
   * Takes up the counts where the checkpoint left them. Parts that a subtask gets when the
   * parallelism changes add up wherever they go.
   */
  public DurableCounts(OperatorStateStore store, RuntimeContext runtime, JobMetric... metrics)
      throws Exception {
    state =
        store.getListState(
            new ListStateDescriptor<>("counts", Types.TUPLE(Types.STRING, Types.LONG)));
    MetricGroup group = runtime.getMetricGroup().addGroup(JobMetric.GROUP);
    for (JobMetric metric : metrics) {
      LongCounter count = new LongCounter();
      counts.put(metric, count);
      runtime.addAccumulator(metric.json(), count);
      group.gauge(metric.json(), (Gauge<Long>) count::getLocalValuePrimitive);
    }
    for (Tuple2<String, Long> part : state.get()) {
      /* What a setting has switched off is kept, and goes on when it is switched on again. */
      counts.computeIfAbsent(JobMetric.valueOf(part.f0), off -> new LongCounter()).add(part.f1);
    }
  }

  public void add(JobMetric metric, long change) {
    counts.get(metric).add(change);
  }

  public void increment(JobMetric metric) {
    add(metric, 1);
  }

  /** Of this subtask. */
  public long get(JobMetric metric) {
    return counts.get(metric).getLocalValuePrimitive();
  }

  /** Makes the counts part of the checkpoint under way. */
  public void snapshot() throws Exception {
    state.clear();
    for (Map.Entry<JobMetric, LongCounter> count : counts.entrySet()) {
      state.add(Tuple2.of(count.getKey().name(), count.getValue().getLocalValuePrimitive()));
    }
  }
}
