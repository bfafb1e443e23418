package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.archive.Rebuild;
import io.shelfcast.job.archive.RefusedBefore;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.streaming.api.functions.source.SourceFunction;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;

/**
 * One subtask's way through the lake before the stream: which day comes next, and from which
 * arrival the stream then counts. Both are kept in checkpoints, for what the lake holds at a later
 * start is another matter.
 */
@SuppressWarnings("deprecation") // as the connector's kind of source is
final class PastFirst {
  private static final int DONE = Integer.MAX_VALUE;
  private static final long POLL_MS = 200;

  private final Rebuild rebuild;
  private final ListState<Tuple2<Integer, Long>> state;
  private int nextDay = DONE;
  private long liveFrom = Long.MIN_VALUE;
  private boolean fresh;
  private volatile boolean cancelled;

  /**
   * @param rebuild what a fresh start reads first; null if nothing
   * @throws IllegalStateException if a rebuild under way has nothing to go on with
   */
  PastFirst(Rebuild rebuild, FunctionInitializationContext context) throws Exception {
    this.rebuild = rebuild;
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("past-first", Types.TUPLE(Types.INT, Types.LONG)));
    if (!context.isRestored() && rebuild != null) {
      nextDay = rebuild.firstDay();
      liveFrom = rebuild.liveFrom();
    }
    for (Tuple2<Integer, Long> each : state.get()) {
      nextDay = Math.min(nextDay, each.f0);
      liveFrom = each.f1;
    }
    fresh = nextDay != DONE;
    if (fresh && rebuild == null) {
      throw new IllegalStateException(
          "The job was rebuilding itself from the lake at this checkpoint; lake.rebuild must stay"
              + " true until it is live.");
    }
  }

  void snapshot() throws Exception {
    state.update(List.of(Tuple2.of(nextDay, liveFrom)));
  }

  /**
   * Emits this subtask's share and waits for the others: a key's live events may come to any
   * subtask, so that all must be done before one goes live.
   */
  void run(SourceFunction.SourceContext<Arrival> context, StreamingRuntimeContext runtime)
      throws Exception {
    int subtask = runtime.getTaskInfo().getIndexOfThisSubtask();
    int subtasks = runtime.getTaskInfo().getNumberOfParallelSubtasks();
    while (nextDay <= lastDay() && !cancelled) {
      synchronized (context.getCheckpointLock()) {
        rebuild.day(nextDay, subtask, subtasks, context::collect);
        nextDay++;
      }
    }
    if (fresh) {
      awaitOthers(subtask, subtasks, runtime);
    }
    if (!cancelled) {
      synchronized (context.getCheckpointLock()) {
        nextDay = DONE;
      }
    }
  }

  private int lastDay() {
    return rebuild == null ? Integer.MIN_VALUE : rebuild.lastDay();
  }

  private void awaitOthers(int subtask, int subtasks, StreamingRuntimeContext runtime)
      throws IOException, InterruptedException {
    Rendezvous others =
        new Rendezvous(
            runtime.getGlobalAggregateManager(),
            "rebuilt-" + runtime.getTaskInfo().getAttemptNumber());
    while (!cancelled && others.arrive(subtask) < subtasks) {
      Thread.sleep(POLL_MS);
    }
  }

  void cancel() {
    cancelled = true;
  }

  /** Where the stream counts from, which is kept in checkpoints. */
  StreamBegin streamBegin() {
    boolean knowsRefused = rebuild != null && liveFrom != Long.MIN_VALUE;
    return new StreamBegin(liveFrom, knowsRefused ? rebuild.refused() : RefusedBefore.none());
  }
}
