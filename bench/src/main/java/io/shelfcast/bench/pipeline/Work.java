package io.shelfcast.bench.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the time of a thread goes to, told by where it is. */
enum Work {
  /** Keyed state: RocksDB, and the forms in which it holds things. */
  STATE("org.apache.flink.contrib.streaming.state.", "org.rocksdb."),
  /** From bytes to an event. */
  DECODE("io.shelfcast.event.EventCodec", "io.shelfcast.job.ArrivalReader"),
  SCORING("io.shelfcast.model."),
  FEATURES("io.shelfcast.feature.", "io.shelfcast.demand.ClosedDays"),
  /** Lead-time demand, target, and whether it is told. */
  POLICY("io.shelfcast.target.", "io.shelfcast.forecast."),
  /** What an event changes. */
  APPLY("io.shelfcast.demand.", "io.shelfcast.job.operator."),
  /** All else: tasks, timers, what goes from one task to another. */
  FLINK;

  private final List<String> names;

  Work(String... names) {
    this.names = List.of(names);
  }

  /** What a thread is at; the first of these that it is within. */
  static Work of(StackTraceElement[] stack) {
    return Stream.of(values()).filter(work -> work.isIn(stack)).findFirst().orElse(FLINK);
  }

  private boolean isIn(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      for (String name : names) {
        if (frame.getClassName().startsWith(name)) {
          return !isCarried(stack);
        }
      }
    }
    return false;
  }

  /** Whether it is only written to or read from the network, which is Flink's business. */
  private boolean isCarried(StackTraceElement[] stack) {
    return this != STATE
        && Stream.of(stack)
            .anyMatch(frame -> frame.getClassName().endsWith("StreamElementSerializer"));
  }

  String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
