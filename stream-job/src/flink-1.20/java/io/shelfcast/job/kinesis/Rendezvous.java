package io.shelfcast.job.kinesis;

import java.io.IOException;
import java.util.HashSet;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.runtime.taskexecutor.GlobalAggregateManager;

/** Where subtasks wait for each other, by way of the job's master, as the connector does too. */
final class Rendezvous {
  private final GlobalAggregateManager manager;
  private final String name;

  /**
   * @param name differs between attempts, so that nobody is met who arrived before a failure
   */
  Rendezvous(GlobalAggregateManager manager, String name) {
    this.manager = manager;
    this.name = name;
  }

  /** Says that a subtask has come, and how many have by now. */
  int arrive(int subtask) throws IOException {
    return manager.updateGlobalAggregate(name, subtask, new Count());
  }

  /** Counts different subtasks. */
  private static final class Count
      implements AggregateFunction<Integer, HashSet<Integer>, Integer> {
    private static final long serialVersionUID = 1;

    @Override
    public HashSet<Integer> createAccumulator() {
      return new HashSet<>();
    }

    @Override
    public HashSet<Integer> add(Integer subtask, HashSet<Integer> come) {
      come.add(subtask);
      return come;
    }

    @Override
    public Integer getResult(HashSet<Integer> come) {
      return come.size();
    }

    @Override
    public HashSet<Integer> merge(HashSet<Integer> a, HashSet<Integer> b) {
      a.addAll(b);
      return a;
    }
  }
}
