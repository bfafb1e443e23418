package io.shelfcast.bench.training;

import io.shelfcast.bench.ResidentMemory;
import io.shelfcast.trainer.Progress;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Assigns the time and the memory of a training to its phases, from what it says of its progress.
 */
final class PhaseClock implements Progress {
  private static final String LAST_MODEL = "final model";

  private final Map<Phase, Spent> spent = new EnumMap<>(Phase.class);
  private final LongSupplier nanoTime;
  private Phase now = Phase.READING;
  private long since;

  /** What a phase took: seconds, and the most megabytes resident at any time in it. */
  record Spent(double seconds, long megabytes) {
    Spent and(Spent more) {
      return new Spent(seconds + more.seconds, Math.max(megabytes, more.megabytes));
    }
  }

  /**
   * @param nanoTime tells the time, in nanoseconds since whenever
   */
  PhaseClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  @Override
  public Stage stage(String name, long steps) {
    Phase phase = phaseOf(name);
    turnTo(phase == Phase.XGBOOST ? Phase.MATRIX : phase);
    return phase == Phase.XGBOOST ? new Growth(name) : new Plain(phase);
  }

  private static Phase phaseOf(String stage) {
    if (stage.startsWith("reading")) {
      return Phase.READING;
    }
    boolean ofRows = stage.equals("survey") || stage.equals("rows");
    return ofRows ? Phase.ROWS : Phase.XGBOOST;
  }

  private synchronized void turnTo(Phase next) {
    long at = nanoTime.getAsLong();
    spent.merge(now, new Spent((at - since) / 1e9, ResidentMemory.peakMegabytes()), Spent::and);
    ResidentMemory.forgetPeak();
    since = at;
    now = next;
  }

  /** Moves time from one phase to another. */
  private void move(double seconds, Phase from, Phase to) {
    spent.merge(from, new Spent(-seconds, 0), Spent::and);
    spent.merge(to, new Spent(seconds, 0), Spent::and);
  }

  @Override
  public void say(String line) {
    // only time is of interest
  }

  /** Ends the clock and tells what each phase took. */
  Map<Phase, Spent> end() {
    turnTo(Phase.PUBLISHING);
    return spent;
  }

  /** What follows reading is about rows, and what follows rows is calibration. */
  private final class Plain implements Stage {
    private final Phase phase;

    Plain(Phase phase) {
      this.phase = phase;
    }

    @Override
    public void at(long done) {
      // only time is of interest
    }

    @Override
    public void close() {
      turnTo(phase == Phase.READING || now == Phase.READING ? Phase.ROWS : Phase.CALIBRATION);
    }
  }

  /** Up to the first tree, a stage makes the matrix and grows that tree. */
  private final class Growth implements Stage {
    private final String name;
    private long trees;
    private long firstTreeAt;

    Growth(String name) {
      this.name = name;
    }

    @Override
    public void at(long done) {
      if (trees == 0) {
        turnTo(Phase.XGBOOST);
        firstTreeAt = since;
      }
      trees = done;
    }

    @Override
    public void close() {
      turnTo(name.equals(LAST_MODEL) ? Phase.PUBLISHING : Phase.CALIBRATION);
      if (trees > 1) {
        move((since - firstTreeAt) / 1e9 / (trees - 1), Phase.MATRIX, Phase.XGBOOST);
      }
    }
  }
}
