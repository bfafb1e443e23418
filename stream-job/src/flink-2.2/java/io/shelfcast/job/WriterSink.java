package io.shelfcast.job;

import org.apache.flink.api.connector.sink2.Sink;

/** A sink; Flink 1.20 asks for more of it. */
public interface WriterSink<T> extends Sink<T> {}
