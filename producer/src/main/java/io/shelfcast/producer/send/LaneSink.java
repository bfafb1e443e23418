package io.shelfcast.producer.send;

import io.shelfcast.event.EventType;
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
 * Sends events in rounds: while one round is on its way, the next is collected. Within a round each
 * partition key belongs to one of a few lanes by its hash, and the lanes send side by side, each in
 * order; the next round waits for all of them. So order holds within a key, no lane runs ahead of
 * another by more than a round, and at most two rounds of {@code lanes × 500} records are held.
 *
 * <p>A store's tick waits until everything before it has arrived: it is what days close on.
 */
public final class LaneSink implements EventSink {
  private final int lanes;
  private final OrderedPut put;
  private final StreamPort port;
  private final LedgerFile file;
  private final ExecutorService workers;
  private final List<Future<?>> underWay = new ArrayList<>();
  private List<List<StreamRecord>> collected;
  private long barrierAt = Long.MIN_VALUE;
  private boolean factsPending;
  private SendFailed failure;

  /**
   * @param file kept up to date, or null
   */
  LaneSink(int lanes, OrderedPut put, StreamPort port, LedgerFile file) {
    this.lanes = lanes;
    this.put = put;
    this.port = port;
    this.file = file;
    this.collected = emptyRound();
    this.workers =
        Executors.newFixedThreadPool(
            lanes,
            task -> {
              Thread thread = new Thread(task, "send");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public void send(TimedEvent event) {
    EventType type = event.event().type();
    boolean barrier = type == EventType.TICK && event.at() != barrierAt;
    if (barrier || factsPending && type != EventType.STORE) {
      drain();
      barrierAt = event.at();
      factsPending = false;
    }
    factsPending |= type == EventType.STORE;
    StreamRecord record = StreamRecord.of(event);
    List<StreamRecord> lane = collected.get(Math.floorMod(record.key().hashCode(), lanes));
    lane.add(record);
    if (lane.size() == StreamPort.MAX_RECORDS) {
      flush();
    }
  }

  @Override
  public void flush() {
    throwFailure();
    if (collected.stream().allMatch(List::isEmpty)) {
      return;
    }
    await();
    for (List<StreamRecord> lane : collected) {
      if (!lane.isEmpty()) {
        underWay.add(workers.submit(() -> put.putAll(lane)));
      }
    }
    collected = emptyRound();
  }

  @Override
  public void drain() {
    flush();
    await();
  }

  private void await() {
    for (Future<?> lane : underWay) {
      try {
        lane.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = new SendFailed("Sending was interrupted.", e);
      } catch (ExecutionException e) {
        failure =
            e.getCause() instanceof SendFailed failed
                ? failed
                : new SendFailed("Sending failed: " + e.getCause().getMessage(), e.getCause());
      }
    }
    underWay.clear();
    if (file != null) {
      file.update();
    }
    throwFailure();
  }

  /** After a failure nothing is sent any more: it would overtake what is missing. */
  private void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  private List<List<StreamRecord>> emptyRound() {
    List<List<StreamRecord>> round = new ArrayList<>(lanes);
    for (int i = 0; i < lanes; i++) {
      round.add(new ArrayList<>());
    }
    return round;
  }

  @Override
  public void close() {
    boolean complete = false;
    try {
      if (failure == null) {
        drain();
        complete = true;
      }
    } finally {
      workers.shutdownNow();
      port.close();
      if (file != null) {
        file.finish(complete);
      }
    }
  }
}
