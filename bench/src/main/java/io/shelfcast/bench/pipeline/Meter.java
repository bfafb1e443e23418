package io.shelfcast.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the events that a job in this JVM is done with, and takes the time of all threads between
 * two counts: from when everything is warm to shortly before the input ends.
 */
public final class Meter {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final AtomicLong DONE = new AtomicLong();
  private static final AtomicLong WRITES = new AtomicLong();
  private static final AtomicLongArray TIMES = new AtomicLongArray(JobBase.PARALLELISM);
  private static long from = Long.MAX_VALUE;
  private static long to = Long.MAX_VALUE;
  private static volatile Mark start;
  private static volatile Mark end;

  private Meter() {}

  private record Mark(long events, long writes, long nanos, long cpuNanos) {
    static Mark now(long events) {
      return new Mark(events, WRITES.get(), System.nanoTime(), PROCESS.getProcessCpuTime());
    }
  }

  /** What happened between the two counts. */
  public record Reading(long events, long writes, double seconds, double cpuSeconds) {}

  /** Measures between these counts. */
  public static void between(long first, long last) {
    from = first;
    to = last;
  }

  /** So many more events are done with. */
  public static void done(int events) {
    long now = DONE.addAndGet(events);
    if (now >= from && now - events < from) {
      start = Mark.now(now);
    }
    if (now >= to && now - events < to) {
      end = Mark.now(now);
    }
  }

  /** So many more writes go to the table. */
  public static void written(int writes) {
    WRITES.addAndGet(writes);
  }

  /** Time has come so far at one subtask of the sink, in milliseconds since the epoch. */
  static void reached(int subtask, long time) {
    TIMES.set(subtask, time);
  }

  /** How far time has come everywhere; all that was due by then is done. */
  public static long time() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TIMES.length(); i++) {
      least = Math.min(least, TIMES.get(i));
    }
    return least;
  }

  /** Whether the first count was reached and the last was not. */
  static boolean isOn() {
    return start != null && end == null;
  }

  /** Whether the last count was reached. */
  public static boolean isOver() {
    return end != null;
  }

  static long doneSoFar() {
    return DONE.get();
  }

  public static Reading read() {
    if (start == null || end == null) {
      throw new IllegalStateException(
          "of " + to + " events the job was done with " + DONE.get() + " only");
    }
    return new Reading(
        end.events - start.events,
        end.writes - start.writes,
        (end.nanos - start.nanos) / 1e9,
        (end.cpuNanos - start.cpuNanos) / 1e9);
  }
}
