package io.shelfcast.bench.pipeline;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What Flink itself costs: the same records, decoded and sent to their key, which counts them. */
final class FloorJob {
  private FloorJob() {}

  /** The topology, from arrivals to counts. */
  static SingleOutputStreamOperator<Long> define(SingleOutputStreamOperator<Arrival> arrivals) {
    return arrivals
        .keyBy(arrival -> StoreProductKey.of(arrival.event()), BinaryType.of(Forms.KEY))
        .map(new Count())
        .uid("count");
  }

  private static final class Count extends RichMapFunction<Arrival, Long> {
    private static final long serialVersionUID = 1;
    private transient ValueState<Long> count;

    @Override
    public void open(OpenContext context) {
      count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.LONG));
    }

    @Override
    public Long map(Arrival arrival) throws Exception {
      Long before = count.value();
      long now = before == null ? 1 : before + 1;
      count.update(now);
      return now;
    }
  }
}
