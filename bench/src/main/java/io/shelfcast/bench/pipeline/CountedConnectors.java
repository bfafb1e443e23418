package io.shelfcast.bench.pipeline;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.target.Decision;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.source.ParallelSourceFunction;

/** A source of ours in, counts out. */
@SuppressWarnings("deprecation") // the consumer of the stream is a source of this kind too
public final class CountedConnectors implements Connectors {
  private final ParallelSourceFunction<Arrival> source;

  /**
   * @param source of arrivals, with watermarks
   */
  public CountedConnectors(ParallelSourceFunction<Arrival> source) {
    this.source = source;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return env.addSource(source, BinaryType.of(Forms.ARRIVAL));
  }

  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return env.fromData(1L);
  }

  @Override
  public Sink<TableWrite> targets() {
    return new CountingSink<>(Meter::written);
  }

  @Override
  public Sink<ArchivedEvent> events() {
    return new CountingSink<>(Meter::done, Meter::reached);
  }

  @Override
  public Sink<Decision> decisions() {
    return ignoring();
  }

  @Override
  public Sink<RefusedRecord> refused() {
    return ignoring();
  }

  private static <T> Sink<T> ignoring() {
    return new CountingSink<>(count -> {});
  }
}
