package io.shelfcast.job.aws;

import io.shelfcast.job.TableWrite;
import java.util.concurrent.CompletableFuture;

/** The table of targets as its writer sees it: one conditional put. */
public interface TargetTable extends AutoCloseable {
  /**
   * Puts the item unless the table holds a newer one. The future fails with whatever the client
   * throws; {@link TableFault} tells what to make of it.
   */
  CompletableFuture<PutOutcome> put(TableWrite write);

  @Override
  void close();

  /** How a put that reached the table ended. */
  final class PutOutcome {
    private final boolean accepted;
    private final double writeUnits;

    public PutOutcome(boolean accepted, double writeUnits) {
      this.accepted = accepted;
      this.writeUnits = writeUnits;
    }

    /** Whether the item was put; else the table held a newer one, and all is well too. */
    public boolean isAccepted() {
      return accepted;
    }

    /** Write capacity consumed, the index included. */
    public double writeUnits() {
      return writeUnits;
    }
  }
}
