package io.shelfcast.job;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink as Flink 2 knows it. Flink 1.20 asks for a second method, which it does not call. */
public interface WriterSink<T> extends Sink<T> {
  @Override
  @SuppressWarnings("deprecation") // the reason of this interface
  default SinkWriter<T> createWriter(InitContext context) {
    throw new UnsupportedOperationException("superseded by createWriter(WriterInitContext)");
  }

  @Override
  SinkWriter<T> createWriter(WriterInitContext context) throws IOException;
}
