package io.shelfcast.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** What a stream brought to a test's sink, across all subtasks of this JVM and all restarts. */
public final class Collected<T> {
  private static final Map<String, List<Object>> ALL = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();

  public Sink<T> sink() {
    return new CollectingSink<>(id);
  }

  @SuppressWarnings("unchecked")
  public List<T> list() {
    List<Object> collected = ALL.getOrDefault(id, List.of());
    synchronized (collected) {
      return (List<T>) new ArrayList<>(collected);
    }
  }

  private static final class CollectingSink<T> implements WriterSink<T> {
    private final String id;

    CollectingSink(String id) {
      this.id = id;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      return new CollectingWriter<>(id);
    }
  }

  private static final class CollectingWriter<T> implements SinkWriter<T> {
    private final List<Object> into;

    CollectingWriter(String id) {
      into = ALL.computeIfAbsent(id, any -> new ArrayList<>());
    }

    @Override
    public void write(T element, Context context) {
      synchronized (into) {
        into.add(element);
      }
    }

    @Override
    public void flush(boolean endOfInput) {
      // nothing is buffered
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
