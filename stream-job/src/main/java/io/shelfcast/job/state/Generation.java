package io.shelfcast.job.state;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The rank of this job's targets over those of jobs that began before it: given at a fresh start,
 * kept by every restore from a checkpoint.
 */
public final class Generation {
  private final ListState<Long> state;
  private final long value;

  /**
   * @param fresh what a fresh start takes
   */
  public Generation(OperatorStateStore store, long fresh) throws Exception {
    state = store.getUnionListState(new ListStateDescriptor<>("generation", Types.LONG));
    long kept = 0;
    for (long each : state.get()) {
      kept = Math.max(kept, each);
    }
    value = kept == 0 ? fresh : kept;
  }

  public long value() {
    return value;
  }

  /** Makes the generation part of the checkpoint under way. */
  public void snapshot() throws Exception {
    state.clear();
    state.add(value);
  }
}
