package io.shelfcast.job;

import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
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

  /** A stream that never holds back the time of those it joins. */
  static <T> SingleOutputStreamOperator<T> timeless(
      String uid, String name, SingleOutputStreamOperator<T> stream) {
    return of(
        uid,
        name,
        stream
            .assignTimestampsAndWatermarks(Step.<T>outsideOfTime())
            .setParallelism(stream.getParallelism()));
  }

  static <T> WatermarkStrategy<T> outsideOfTime() {
    return WatermarkStrategy.forGenerator(context -> new AlwaysIdle<>());
  }

  /* Not the end of time: were all others idle, that would become the time of the job. */
  private static final class AlwaysIdle<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
      output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.markIdle();
    }
  }
}
