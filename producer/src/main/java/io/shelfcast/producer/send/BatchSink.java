package io.shelfcast.producer.send;

import io.shelfcast.producer.timeline.EventSink;
import io.shelfcast.producer.timeline.SendFailed;
import io.shelfcast.producer.timeline.TimedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends events in batches: while one is on its way, the next is collected, so at most two are held.
 * Only one at a time is on its way, since the order of time is worth more than a second connection:
 * a stream whose keys run ahead of one another closes days before their sales have come. One call
 * after the other fills any stream of a few shards.
 */
final class BatchSink implements EventSink {
  private final OrderedPut put;
  private final StreamPort port;
  private final LedgerFile file;
  private final ExecutorService worker;
  private List<StreamRecord> collected = new ArrayList<>();
  private Future<?> underWay;
  private SendFailed failure;

  /**
   * @param file kept up to date, or null
   */
  BatchSink(OrderedPut put, StreamPort port, LedgerFile file) {
    this.put = put;
    this.port = port;
    this.file = file;
    this.worker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "send");
              thread.setDaemon(true);
              return thread;
            });
    updateFile();
  }

  private void updateFile() {
    if (file != null) {
      file.update();
    }
  }

  @Override
  public void send(TimedEvent event) {
    collected.add(StreamRecord.of(event));
    if (collected.size() == StreamPort.MAX_RECORDS) {
      flush();
    }
  }

  @Override
  public void flush() {
    throwFailure();
    if (!collected.isEmpty()) {
      await();
      List<StreamRecord> batch = collected;
      underWay = worker.submit(() -> put.putAll(batch));
      collected = new ArrayList<>();
    }
  }

  @Override
  public void drain() {
    flush();
    await();
  }

  private void await() {
    try {
      if (underWay != null) {
        underWay.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure = new SendFailed("Sending was interrupted.", e);
    } catch (ExecutionException e) {
      failure =
          e.getCause() instanceof SendFailed failed
              ? failed
              : new SendFailed("Sending failed: " + e.getCause().getMessage(), e.getCause());
    }
    underWay = null;
    updateFile();
    throwFailure();
  }

  /** After a failure nothing is sent any more: it would overtake what is missing. */
  private void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    try {
      if (failure == null) {
        drain();
      }
    } finally {
      worker.shutdownNow();
      port.close();
      if (file != null) {
        file.finish();
      }
    }
  }
}
