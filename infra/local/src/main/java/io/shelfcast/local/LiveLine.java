package io.shelfcast.local;

import io.shelfcast.job.JobMetric;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line on how a demo goes, rewritten each second; without a terminal a line each 10 s. */
final class LiveLine {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long LINE_EVERY_NANOS = 10_000_000_000L;

  private final PrintWriter out;
  private final boolean terminal;
  private long shownAt;
  private long countedAt = System.nanoTime();
  private long lastRead;

  LiveLine(PrintWriter out) {
    this.out = out;
    this.terminal = System.console() != null;
  }

  /**
   * Shows how things are.
   *
   * @param replayClock in milliseconds since the epoch
   */
  void show(long sent, long replayClock, JobFigures job) {
    long now = System.nanoTime();
    if (!terminal && now - shownAt < LINE_EVERY_NANOS && shownAt != 0) {
      return;
    }
    long read = job.count(JobMetric.READ);
    double perSecond = (read - lastRead) / Math.max(0.001, (now - countedAt) / 1e9);
    String line =
        String.format(
            Locale.ROOT,
            "%s | %,6.0f events/s | lag %,6d | targets %,8d | at risk %,5d | bundle %d",
            CLOCK.format(Instant.ofEpochMilli(replayClock)),
            perSecond,
            Math.max(0, sent - read),
            job.count(JobMetric.DECIDED),
            job.count(JobMetric.AT_RISK),
            job.count(JobMetric.BUNDLE_SEQUENCE));
    out.print(terminal ? "\r" + line + " " : line + System.lineSeparator());
    out.flush();
    shownAt = now;
    countedAt = now;
    lastRead = read;
  }

  /** Leaves the line standing and goes on below. */
  void leave() {
    if (terminal && shownAt != 0) {
      out.println();
    }
  }
}
