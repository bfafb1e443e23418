package io.shelfcast.local;

import io.shelfcast.producer.Delivery;
import io.shelfcast.producer.send.KinesisAddress;
import io.shelfcast.producer.send.Ledger;
import io.shelfcast.producer.timeline.Progress;
import io.shelfcast.producer.timeline.TimedEvent;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Tills that send in the background, no faster than the job reads: they stand still while too much
 * is unread, so that what is measured is the system and not a queue in front of it.
 */
final class Tills {
  private static final long UNREAD_TOO_MUCH = 5_000;
  private static final long UNREAD_FEW = 1_000;

  private final Delivery delivery;
  private FutureTask<Boolean> sending;
  private boolean standStill;

  Tills(Ports ports, double speedUp, Path ledger) {
    KinesisAddress stream =
        new KinesisAddress(PosStream.NAME, "us-east-1", URI.create(ports.kinesisEndpoint()));
    delivery = new Delivery(stream, speedUp, ledger, null, Progress.SILENT);
  }

  /** Starts sending. */
  void start(Iterator<TimedEvent> timeline) {
    sending = new FutureTask<>(() -> delivery.run(timeline));
    Thread thread = new Thread(sending, "tills");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether everything has been sent, or sending has failed. */
  boolean isDone() {
    return sending.isDone();
  }

  /**
   * Adapts to how much the job has read.
   *
   * @param wait whether the tills' clock is to stand still whatever has been read
   */
  void adapt(long read, boolean wait) {
    long unread = sent() - read;
    if (!standStill && (wait || unread > UNREAD_TOO_MUCH)) {
      delivery.pause();
      standStill = true;
    } else if (standStill && !wait && unread < UNREAD_FEW) {
      delivery.resume();
      standStill = false;
    }
  }

  /** Records that the stream has. */
  long sent() {
    return delivery.totals().sent();
  }

  Ledger.Totals totals() {
    return delivery.totals();
  }

  /**
   * Waits until everything has been sent.
   *
   * @return the final count
   * @throws Problem if the stream takes no more
   */
  Ledger.Totals finish() {
    try {
      sending.get();
      return delivery.totals();
    } catch (ExecutionException e) {
      throw new Problem(e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem("Interrupted while records were sent.", e);
    }
  }

  /** Ends sending and waits until all that was sent has arrived; see {@link #finish}. */
  Ledger.Totals stop() {
    delivery.stop();
    return finish();
  }
}
