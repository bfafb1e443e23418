package io.shelfcast.bench.pipeline;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.streaming.api.functions.source.RichParallelSourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Reads a {@link Script} and decodes it, as the stream's consumer does: each subtask its own file,
 * until enough is measured. Of the same kind as that consumer, so that Flink treats both alike.
 */
@SuppressWarnings("deprecation") // the consumer of the stream is one too
final class ScriptSource extends RichParallelSourceFunction<Arrival> {
  private static final long serialVersionUID = 1;
  private static final int EVENTS_A_WATERMARK = 200;

  private final String folder;
  private final ArrivalReader reader = new ArrivalReader(true);
  private volatile boolean running = true;

  ScriptSource(Path folder) {
    this.folder = folder.toString();
  }

  @Override
  public void run(SourceContext<Arrival> context) throws IOException {
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    Path file = Script.file(Path.of(folder), subtask);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      int left = EVENTS_A_WATERMARK;
      for (byte[] record = next(in); goesOn() && record != null; record = next(in)) {
        Arrival arrival = reader.read(record, System.currentTimeMillis());
        synchronized (context.getCheckpointLock()) {
          context.collectWithTimestamp(arrival, arrival.streamTime());
          if (--left == 0) {
            context.emitWatermark(new Watermark(arrival.streamTime()));
            left = EVENTS_A_WATERMARK;
          }
        }
      }
    }
  }

  private boolean goesOn() {
    return running && !Meter.isOver();
  }

  private static byte[] next(DataInputStream in) throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException e) {
      return null;
    }
    byte[] record = new byte[length];
    in.readFully(record);
    return record;
  }

  @Override
  public void cancel() {
    running = false;
  }
}
