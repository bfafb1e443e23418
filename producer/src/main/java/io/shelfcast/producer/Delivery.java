package io.shelfcast.producer;

import io.shelfcast.producer.send.KinesisAddress;
import io.shelfcast.producer.send.KinesisSink;
import io.shelfcast.producer.send.Ledger;
import io.shelfcast.producer.send.LedgerFile;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.timeline.EventSink;
import io.shelfcast.producer.timeline.Pacer;
import io.shelfcast.producer.timeline.Player;
import io.shelfcast.producer.timeline.Progress;
import io.shelfcast.producer.timeline.SendFailed;
import io.shelfcast.producer.timeline.TimedEvent;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * One timeline on its way to a stream, at its pace and with its ledger. {@link #run} runs in one
 * thread; everything else may be called from others.
 */
public final class Delivery {
  private final Ledger ledger = new Ledger();
  private final LedgerFile file;
  private final EventSink sink;
  private final Player player;

  /**
   * Connects.
   *
   * @param speedUp seconds of the replay's clock in one second of the wall's, or {@link
   *     Pacer#MAX_SPEED}
   * @param ledgerFile kept up to date, or null
   * @param lines what became of the lines of a data set, or null
   * @throws SendFailed in one sentence: endpoint down, no such stream, wrong credentials
   */
  public Delivery(
      KinesisAddress address, double speedUp, Path ledgerFile, LineTally lines, Progress progress) {
    this.file = ledgerFile == null ? null : new LedgerFile(ledgerFile, ledger, lines);
    this.sink = KinesisSink.open(address, ledger, file);
    this.player = new Player(sink, new Pacer(speedUp), progress);
  }

  /**
   * Sends the timeline and waits until all of it has arrived; to be called once.
   *
   * @return whether it was sent to its end rather than stopped
   * @throws SendFailed if the stream takes no more
   */
  public boolean run(Iterator<TimedEvent> timeline) {
    try (sink) {
      boolean whole = player.play(timeline);
      if (whole && file != null) {
        file.complete();
      }
      return whole;
    }
  }

  /** What the stream has got so far. */
  public Ledger.Totals totals() {
    return ledger.totals();
  }

  /** Ends the delivery soon; what was sent still arrives. */
  public void stop() {
    player.stop();
  }

  /** Lets the replay's clock stand still. */
  public void pause() {
    player.pause();
  }

  /** Lets the replay's clock go on from where it stands. */
  public void resume() {
    player.resume();
  }
}
