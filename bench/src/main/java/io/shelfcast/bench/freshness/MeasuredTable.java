package io.shelfcast.bench.freshness;

import io.shelfcast.job.TableWrite;
import io.shelfcast.job.aws.TargetTable;
import java.util.concurrent.CompletableFuture;

/** A table whose answers are counted. */
final class MeasuredTable implements TargetTable {
  private final TargetTable table;
  private final SendingClock clock;

  /**
   * @param clock by which the events were sent
   */
  MeasuredTable(TargetTable table, SendingClock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<PutOutcome> put(TableWrite write) {
    return table
        .put(write)
        .whenComplete(
            (outcome, fault) -> {
              if (fault == null) {
                count(write, outcome);
              }
            });
  }

  /* A put at a quiet day's end reflects no event. */
  private void count(TableWrite write, PutOutcome outcome) {
    Writes.here().add(outcome.writeUnits());
    if (write.oldestArrival() != 0) {
      long now = System.currentTimeMillis();
      Writes.here().aged(now - write.oldestArrival(), now - clock.sentAt(write.target().asOf()));
    }
  }

  @Override
  public void close() {
    table.close();
  }
}
