package io.shelfcast.bench.scale;

import io.shelfcast.bench.pipeline.Shop;
import io.shelfcast.event.EventCodec;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.streaming.api.functions.source.RichParallelSourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Sales of store-products drawn evenly, at the pace of the {@link Stage}. */
@SuppressWarnings("deprecation") // the consumer of the stream is one too
final class ScaleSource extends RichParallelSourceFunction<Arrival> {
  private static final long serialVersionUID = 1;
  private static final int EVENTS_A_DAY = 10;
  private static final int EVENTS_A_WATERMARK = 200;
  private static final long PAUSE_NANOS = 1_000_000;
  private static final long STEP_MILLIS = 10;

  /** Lateness and spread are an hour together. */
  static final long ALL_ARE_DUE = Shop.startOf(Shop.OPEN_DAY + 1) + 2 * 3_600_000;

  private final Shop shop;
  private final ArrivalReader reader = new ArrivalReader(true);
  private volatile boolean running = true;
  private transient SplittableRandom random;
  private transient long ordinal;
  private transient long clock;
  private transient int subtask;
  private transient int subtasks;

  ScaleSource(Shop shop) {
    this.shop = shop;
  }

  @Override
  public void run(SourceContext<Arrival> context) {
    subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    random = new SplittableRandom(System.nanoTime());
    ordinal = System.currentTimeMillis() * 1_000;
    clock = Shop.startOf(Shop.OPEN_DAY) + Shop.dayMillis() / 3;
    long due = System.nanoTime();
    long nanosAnEvent = 1_000_000_000L * 86_400 / EVENTS_A_DAY / shop.storeProducts() * subtasks;
    while (running && Stage.now() != Stage.OVER) {
      Stage stage = Stage.now();
      switch (stage) {
        case FAST -> emit(context, EVENTS_A_WATERMARK);
        case PACED, AFTER_MIDNIGHT -> {
          turnTheDay(context);
          due = Math.max(due, System.nanoTime() - 1_000_000_000) + nanosAnEvent;
          waitUntil(due, stage);
          if (Stage.now() == stage) {
            emit(context, 1);
          }
        }
        default -> LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void waitUntil(long nanos, Stage stage) {
    while (running && Stage.now() == stage && System.nanoTime() < nanos) {
      LockSupport.parkNanos(Math.min(PAUSE_NANOS, nanos - System.nanoTime()));
    }
  }

  private void turnTheDay(SourceContext<Arrival> context) {
    if (Stage.now() == Stage.AFTER_MIDNIGHT && clock < ALL_ARE_DUE) {
      clock = ALL_ARE_DUE;
      tellTime(context);
    }
  }

  private void emit(SourceContext<Arrival> context, int events) {
    for (int i = 0; i < events; i++) {
      int number = random.nextInt(shop.storeProducts() / subtasks) * subtasks + subtask;
      clock += STEP_MILLIS;
      byte[] record = EventCodec.encode(shop.event(number, ordinal++, clock));
      Arrival arrival = reader.read(record, System.currentTimeMillis());
      synchronized (context.getCheckpointLock()) {
        context.collectWithTimestamp(arrival, clock);
      }
    }
    tellTime(context);
  }

  private void tellTime(SourceContext<Arrival> context) {
    synchronized (context.getCheckpointLock()) {
      context.emitWatermark(new Watermark(clock));
    }
  }

  @Override
  public void cancel() {
    running = false;
  }
}
