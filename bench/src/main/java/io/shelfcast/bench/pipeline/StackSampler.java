package io.shelfcast.bench.pipeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks every few milliseconds at what the job's tasks are doing. Unlike the flight recorder, it
 * sees time in native code, which is where RocksDB spends it, as it sees any other.
 */
final class StackSampler extends Thread {
  private static final long PERIOD_NANOS = 20_000_000;
  private static final int DEPTH = 80;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<Work, Long> samples = new EnumMap<>(Work.class);

  StackSampler() {
    super("stack-sampler");
    setDaemon(true);
  }

  @Override
  public void run() {
    while (!Meter.isOver()) {
      LockSupport.parkNanos(PERIOD_NANOS);
      if (Meter.isOn()) {
        look();
      }
    }
  }

  private void look() {
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds(), DEPTH)) {
      if (thread != null && thread.getThreadState() == State.RUNNABLE && isOfTask(thread)) {
        synchronized (samples) {
          samples.merge(Work.of(thread.getStackTrace()), 1L, Long::sum);
        }
      }
    }
  }

  /** Flink names a task's thread after the task and its subtask, as in "map (1/2)#0". */
  private static boolean isOfTask(ThreadInfo thread) {
    return thread.getThreadName().matches(".*\\(\\d+/\\d+\\)#\\d+.*");
  }

  /** The share of the tasks' time that each kind of work took. */
  Map<String, Double> shares() {
    synchronized (samples) {
      double all = samples.values().stream().mapToLong(Long::longValue).sum();
      return Stream.of(Work.values())
          .collect(Collectors.toMap(Work::json, work -> samples.getOrDefault(work, 0L) / all));
    }
  }
}
