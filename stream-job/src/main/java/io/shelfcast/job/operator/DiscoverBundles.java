package io.shelfcast.job.operator;

import io.shelfcast.job.Announcement;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.JobMetric;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.model.RefusedBundle;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the lake for a model bundle newer than the one in use, checks it, and announces the
 * newest good one, again at each check. Bad ones are counted and logged once each, and whatever is
 * in use stays.
 *
 * @see ApplyEvent where it is put to use
 */
public final class DiscoverBundles extends ProcessFunction<Long, Announcement>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(DiscoverBundles.class);

  private final BundleStore store;
  private final long pinned;
  private transient ListState<BundleReference> state;
  private transient Counter refusals;
  private transient Set<BundleReference> refused;
  private transient Set<String> complaints;
  private transient BundleReference announced;

  /**
   * @param pinned the only bundle to use; empty for the newest good one
   */
  public DiscoverBundles(BundleStore store, OptionalLong pinned) {
    this.store = store;
    this.pinned = pinned.orElse(0);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>("announced", BinaryType.of(Forms.BUNDLE_REFERENCE)));
    for (BundleReference last : state.get()) {
      announced = last;
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    // the state is current at all times
  }

  @Override
  public void open(OpenContext context) {
    refused = new HashSet<>();
    complaints = new HashSet<>();
    refusals =
        getRuntimeContext()
            .getMetricGroup()
            .addGroup(JobMetric.GROUP)
            .counter(JobMetric.BUNDLES_REFUSED.json());
  }

  @Override
  public void processElement(Long check, Context context, Collector<Announcement> announcements)
      throws Exception {
    for (long sequence : sequences()) {
      boolean wanted = pinned == 0 ? sequence > inUse() : sequence == pinned;
      if (wanted && sequence != inUse() && isGood(sequence)) {
        break;
      }
    }
    if (announced != null) {
      announcements.collect(Announcement.of(announced));
    }
  }

  /** Bundles found bad since the start. */
  long refusals() {
    return refusals.getCount();
  }

  private long inUse() {
    return announced == null ? 0 : announced.sequence();
  }

  /** A storage that does not answer is asked again at the next check. */
  private List<Long> sequences() {
    try {
      return store.sequences();
    } catch (IOException e) {
      complainOnce("The folder of model bundles", e);
      return List.of();
    }
  }

  /** Whether the bundle is good, and the one to use from now on. */
  private boolean isGood(long sequence) throws Exception {
    try {
      BundleReference found = store.refer(sequence);
      if (refused.contains(found)) {
        return false;
      }
      check(found);
      announced = found;
      state.update(List.of(found));
      return true;
    } catch (RefusedBundle e) {
      return false;
    } catch (IOException e) {
      complainOnce("Model bundle " + sequence, e);
      return false;
    }
  }

  private void check(BundleReference found) throws IOException, RefusedBundle {
    try {
      store.load(found);
    } catch (RefusedBundle e) {
      refused.add(found);
      refusals.inc();
      LOG.warn("The model bundle in {} is refused: {}", found.folder(), e.getMessage());
      throw e;
    }
  }

  private void complainOnce(String what, IOException fault) {
    if (complaints.add(what)) {
      LOG.warn("{} cannot be read now: {}", what, fault.toString());
    }
  }
}
