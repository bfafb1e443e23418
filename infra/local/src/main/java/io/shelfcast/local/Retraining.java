package io.shelfcast.local;

import io.shelfcast.lake.Compaction;
import io.shelfcast.lake.Lake;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * The nightly work of a deployment at the pace of a demo: every few weeks of stream time the lake
 * is compacted and a challenger trained, while the job goes on.
 */
final class Retraining {
  /** A demo's readers take a snapshot for a minute or two. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private final LocalState state;
  private final Lake lake;
  private final int everyDays;
  private final Consumer<String> tell;
  private int lastDay;
  private TrainingRun underWay;

  /**
   * @param everyDays days of stream time from one training to the next
   * @param firstLiveDay the day before which the first model was trained
   * @param tell gets a line when something begins or ends
   */
  Retraining(LocalState state, Lake lake, int everyDays, int firstLiveDay, Consumer<String> tell) {
    this.state = state;
    this.lake = lake;
    this.everyDays = everyDays;
    this.lastDay = firstLiveDay;
    this.tell = tell;
  }

  /**
   * Begins a training when it is time for one, and notices the end of the last.
   *
   * @param today the stream's day, since the epoch
   */
  void at(int today) {
    if (underWay != null && underWay.isOver()) {
      underWay.await();
      underWay = null;
      tell.accept("trained; what was decided is in " + state.log("train"));
    }
    if (underWay == null && today - lastDay >= everyDays) {
      lastDay = today;
      Compaction compaction = new Compaction(lake.files(), Clock.systemUTC(), GRACE);
      tell.accept("lake compacted: " + compaction.run(today - 1));
      underWay = TrainingRun.quiet(state, state.lake());
      tell.accept(
          String.format(
              "training a challenger on all days before %s; the tills stand still meanwhile",
              LocalDate.ofEpochDay(today)));
    }
  }

  /**
   * Whether a training is under way. It takes a minute or two, which are nothing in the life of a
   * shop and weeks at the speed of a demo.
   */
  boolean isUnderWay() {
    return underWay != null;
  }

  /** Ends what is under way; nothing is published by it any more. */
  void end() {
    if (underWay != null) {
      underWay.end();
      underWay = null;
    }
  }
}
