package io.shelfcast.producer.series;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the lines read from a data set by what became of them. Safe for use by two threads. */
public final class LineTally {
  private static final int REASONS_KEPT = 5;

  private final EnumMap<LineFate, Long> counts = new EnumMap<>(LineFate.class);
  private final List<String> reasons = new ArrayList<>();
  private long read;

  /** One line was read; its fate follows. */
  public synchronized void read() {
    read++;
  }

  public synchronized void count(LineFate fate) {
    counts.merge(fate, 1L, Long::sum);
  }

  /** Counts a line that cannot be read and keeps the reason if it is among the first. */
  public synchronized void unreadable(String file, long line, String reason) {
    count(LineFate.UNREADABLE);
    if (reasons.size() < REASONS_KEPT) {
      reasons.add(file + " line " + line + ": " + reason);
    }
  }

  /** Lines read, header lines not counted. */
  public synchronized long linesRead() {
    return read;
  }

  public synchronized long of(LineFate fate) {
    return counts.getOrDefault(fate, 0L);
  }

  /** Whether each line read has got its fate. */
  public synchronized boolean isComplete() {
    return counts.values().stream().mapToLong(Long::longValue).sum() == read;
  }

  public synchronized Map<LineFate, Long> counts() {
    return new EnumMap<>(counts);
  }

  /** Why the first unreadable lines could not be read. */
  public synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }
}
