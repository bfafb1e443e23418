package io.shelfcast.bench.pipeline;

import java.io.Serializable;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink that counts what comes, and nothing else. */
public final class CountingSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1;

  /** Hears of counts. */
  public interface Count extends IntConsumer, Serializable {}

  /** Hears how far time has come at a subtask, in milliseconds since the epoch. */
  public interface Time extends Serializable {
    void reached(int subtask, long time);
  }

  private final Count count;
  private final Time time;

  /** Counts into something. */
  public CountingSink(Count count) {
    this(count, (subtask, at) -> {});
  }

  /** Counts into something, and tells the time. */
  public CountingSink(Count count, Time time) {
    this.count = count;
    this.time = time;
  }

  @Override
  @SuppressWarnings("deprecation") // Flink 1.20 still wants it beside the other
  public SinkWriter<T> createWriter(InitContext context) {
    return writer(context.getTaskInfo());
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return writer(context.getTaskInfo());
  }

  private Writer<T> writer(TaskInfo task) {
    int subtask = task.getIndexOfThisSubtask();
    return new Writer<>(count, at -> time.reached(subtask, at));
  }

  private static final class Writer<T> implements SinkWriter<T> {
    private static final int AT_ONCE = 64;

    private final Count count;
    private final LongConsumer time;
    private int counted;

    Writer(Count count, LongConsumer time) {
      this.count = count;
      this.time = time;
    }

    @Override
    public void write(T element, Context context) {
      if (++counted == AT_ONCE) {
        count.accept(counted);
        counted = 0;
      }
    }

    @Override
    public void writeWatermark(Watermark watermark) {
      time.accept(watermark.getTimestamp());
    }

    @Override
    public void flush(boolean endOfInput) {
      count.accept(counted);
      counted = 0;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
