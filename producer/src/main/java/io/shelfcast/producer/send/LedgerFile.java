package io.shelfcast.producer.send;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.timeline.SendFailed;
import io.shelfcast.producer.timeline.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a ledger as a JSON file: replaced as a whole at most once a second, so that a reader never
 * sees half of it, and at the end. After a kill it may be behind by what was stored since.
 */
public final class LedgerFile {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final Ledger ledger;
  private final LineTally lines;
  private long writtenAt = Long.MIN_VALUE;
  private boolean complete;

  /**
   * @param lines what became of the lines of a data set, or null
   */
  public LedgerFile(Path path, Ledger ledger, LineTally lines) {
    this.path = path;
    this.ledger = ledger;
    this.lines = lines;
  }

  /** Writes the file unless that was done within the last second. */
  synchronized void update() {
    if (writtenAt == Long.MIN_VALUE || System.nanoTime() - writtenAt > EVERY_NANOS) {
      write();
    }
  }

  /** All that was to be sent has been. */
  public synchronized void complete() {
    complete = true;
  }

  /** Writes the file for the last time. */
  synchronized void finish() {
    write();
  }

  private void write() {
    try {
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
      Path half = path.resolveSibling("." + path.getFileName() + ".half");
      Files.write(half, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json()));
      Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      writtenAt = System.nanoTime();
    } catch (IOException e) {
      throw new SendFailed("The ledger " + path + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private ObjectNode json() {
    Ledger.Totals totals = ledger.totals();
    ObjectNode json = JSON.createObjectNode().put("sent", totals.sent());
    ObjectNode byType = json.putObject("byType");
    totals.byType().forEach((type, count) -> byType.put(type.name(), count));
    json.putObject("injected")
        .put("duplicate", totals.of(Trait.DUPLICATE))
        .put("late", totals.of(Trait.LATE))
        .put("malformed", totals.of(Trait.MALFORMED));
    json.put("resent", totals.resent()).put("maybeTwice", totals.maybeTwice());
    if (totals.sent() > 0) {
      json.put("replayClock", Instant.ofEpochMilli(totals.replayClock()).toString());
    }
    if (lines != null) {
      ObjectNode fates = json.putObject("lines").put("read", lines.linesRead());
      lines.counts().forEach((fate, count) -> fates.put(fate.json(), count));
      lines.reasons().forEach(json.withArray("unreadableLines")::add);
    }
    return json.put("finished", complete);
  }
}
