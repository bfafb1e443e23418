package io.shelfcast.job.operator;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.Announcement;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.target.Decision;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;

/** The step that applies events, alone, with all clocks in the test's hands. */
final class ApplyEventHarness
    extends KeyedBroadcastOperatorTestHarness<StoreProductKey, Arrival, Announcement, Decision> {
  private static final long serialVersionUID = 1;

  ApplyEventHarness(ApplyEvent step) throws Exception {
    super(
        new StoreProducts(step),
        arrival -> StoreProductKey.of(arrival.event()),
        BinaryType.of(Forms.KEY),
        1,
        1,
        0);
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  AbstractStreamOperator<?> flink() {
    return (AbstractStreamOperator<?>) getOperator();
  }

  long count(String name) {
    return (Long) flink().getRuntimeContext().getAccumulator(name).getLocalValue();
  }
}
