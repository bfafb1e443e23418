package io.shelfcast.local;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.scoring.RemoteScorer;
import io.shelfcast.target.Decision;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Other connectors, of which a test replaces some. */
abstract class Around implements Connectors {
  private final Connectors real;

  Around(Connectors real) {
    this.real = real;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return real.arrivals(env);
  }

  @Override
  public RemoteScorer.Opener remoteModel() {
    return real.remoteModel();
  }

  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return real.bundleChecks(env);
  }

  @Override
  public Sink<TableWrite> targets() {
    return real.targets();
  }

  @Override
  public Sink<ArchivedEvent> events() {
    return real.events();
  }

  @Override
  public Sink<Decision> decisions() {
    return real.decisions();
  }

  @Override
  public Sink<RefusedRecord> refused() {
    return real.refused();
  }
}
