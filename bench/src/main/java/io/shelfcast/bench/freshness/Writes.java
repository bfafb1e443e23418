package io.shelfcast.bench.freshness;

import org.HdrHistogram.Histogram;

/** What reached the table since somebody began to count. Thread-safe. */
final class Writes {
  private static final Writes HERE = new Writes();
  private static final long MOST_MILLIS = 86_400_000;
  private static final int DIGITS = 3;

  private final Histogram oldest = new Histogram(MOST_MILLIS, DIGITS);
  private final Histogram newest = new Histogram(MOST_MILLIS, DIGITS);
  private long puts;
  private double units;

  /**
   * Figures at one moment. Ages end with the table's answer: from it on, a consistent read finds
   * the item.
   *
   * @param oldest since the arrival of the oldest event that readers were owed by a write
   * @param newest since the newest event that it reflects was sent
   */
  record Totals(long puts, double units, Ages oldest, Ages newest) {}

  /** Those of this JVM. */
  static Writes here() {
    return HERE;
  }

  /** Begins anew. */
  synchronized void forget() {
    oldest.reset();
    newest.reset();
    puts = 0;
    units = 0;
  }

  /** Counts a put that was answered. */
  synchronized void add(double writeUnits) {
    puts++;
    units += writeUnits;
  }

  /** Takes note of how old the events were that a put reflects. */
  synchronized void aged(long oldestMillis, long newestMillis) {
    oldest.recordValue(bounded(oldestMillis));
    newest.recordValue(bounded(newestMillis));
  }

  private static long bounded(long millis) {
    return Math.min(MOST_MILLIS, Math.max(0, millis));
  }

  synchronized Totals totals() {
    return new Totals(puts, units, Ages.of(oldest), Ages.of(newest));
  }
}
