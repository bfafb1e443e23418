package io.shelfcast.producer;

import io.shelfcast.producer.send.Ledger;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a delivery from a terminal: Ctrl-C ends it in order, with the ledger written. */
final class Interruptible {
  private static final int STOPPED = 130;
  private static final long PATIENCE_SECONDS = 10;

  private Interruptible() {}

  /** Gives the exit code. */
  static int run(Delivery delivery, Iterator<TimedEvent> timeline, CommandSpec spec) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              delivery.stop();
              awaitEnd(ended);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    boolean whole;
    try {
      whole = delivery.run(timeline);
    } finally {
      ended.countDown();
    }
    Ledger.Totals totals = delivery.totals();
    spec.commandLine().getOut().printf("%,d records sent.%n", totals.sent());
    spec.commandLine().getOut().flush();
    return whole ? 0 : STOPPED;
  }

  private static void awaitEnd(CountDownLatch ended) {
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The stream did not take the last records in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
