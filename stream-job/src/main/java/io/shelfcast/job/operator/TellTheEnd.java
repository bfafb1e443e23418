package io.shelfcast.job.operator;

import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Announces, when the input ends or is drained, how far its time came, ahead of the watermark that
 * says it has ended. Days are then closed up to there: watermarks themselves lag by chance, and the
 * last one lies beyond every day.
 *
 * <p>An operator rather than a function because functions do not see watermarks.
 *
 * @see ApplyEvent where days are closed
 */
public final class TellTheEnd extends AbstractStreamOperator<Announcement>
    implements OneInputStreamOperator<Arrival, Announcement> {
  private static final long serialVersionUID = 1;

  private transient ListState<Long> state;
  private transient long newest;

  /** Tells the end of arrivals, in the task that they come from. */
  public static SingleOutputStreamOperator<Announcement> of(DataStream<Arrival> arrivals) {
    SingleOutputStreamOperator<Announcement> end =
        arrivals.transform("end", BinaryType.of(Forms.ANNOUNCEMENT), new TellTheEnd());
    /* On the step, for Flink 2 has no such setting on the operator; 1.20 would not chain it. */
    ((PhysicalTransformation<?>) end.getTransformation())
        .setChainingStrategy(ChainingStrategy.ALWAYS);
    return end;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("newest", Types.LONG));
    newest = Long.MIN_VALUE;
    for (long each : state.get()) {
      newest = Math.max(newest, each);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.clear();
    state.add(newest);
  }

  @Override
  public void processElement(StreamRecord<Arrival> arrival) {
    newest = Math.max(newest, arrival.getValue().streamTime());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      output.collect(new StreamRecord<>(Announcement.end(newest)));
    }
    super.processWatermark(mark);
  }
}
