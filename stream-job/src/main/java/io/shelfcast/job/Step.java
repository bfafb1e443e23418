package io.shelfcast.job;

import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Names the steps of the job: the uid ties a savepoint to its step and is for ever, the name is for
 * people and may be reworded.
 */
final class Step {
  private Step() {}

  static <T> SingleOutputStreamOperator<T> of(
      String uid, String name, SingleOutputStreamOperator<T> step) {
    return step.uid(uid).name(name);
  }

  static void of(String uid, String name, DataStreamSink<?> sink) {
    sink.uid(uid).name(name);
  }
}
