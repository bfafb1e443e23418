package io.shelfcast.job.state;

import io.shelfcast.demand.JournalKey;
import io.shelfcast.event.Fate;
import io.shelfcast.job.Arrival;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Ids of events that a rebuild found in the lake, that the stream may bring again, and that are too
 * old by then for the key's own window to know them: without these they would be archived twice.
 * Empty but after a rebuild; bounded by the late events of one window, and gone after a month.
 */
public final class LateArrivals {
  private static final Duration KEPT = Duration.ofDays(31);

  private final MapState<JournalKey, Boolean> ids;

  public LateArrivals(RuntimeContext runtime) {
    MapStateDescriptor<JournalKey, Boolean> descriptor =
        new MapStateDescriptor<>("late", BinaryType.of(Forms.JOURNAL_KEY), Types.BOOLEAN);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(KEPT).build());
    ids = runtime.getMapState(descriptor);
  }

  /** Remembers a rebuilt event if it is late, and tells if a live one is such a one again. */
  public Fate judge(Arrival arrival, Fate fate) throws Exception {
    if (arrival.isLate()) {
      ids.put(JournalKey.of(arrival.event()), Boolean.TRUE);
    }
    boolean again =
        fate == Fate.TOO_OLD
            && !arrival.isRebuilt()
            && ids.contains(JournalKey.of(arrival.event()));
    return again ? Fate.DUPLICATE : fate;
  }
}
