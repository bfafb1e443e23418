package io.shelfcast.bench.freshness;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.RealConnectors;
import io.shelfcast.job.Setting;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.aws.TableAddress;
import io.shelfcast.job.aws.TargetSink;
import io.shelfcast.target.Decision;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Stream, table and lake as in production, with an eye on what the table answers. */
final class MeasuredConnectors implements Connectors {
  private final JobSettings settings;
  private final SendingClock clock;
  private final RealConnectors real;

  MeasuredConnectors(JobSettings settings, SendingClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.real = new RealConnectors(settings);
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return real.arrivals(env);
  }

  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return real.bundleChecks(env);
  }

  @Override
  public Sink<TableWrite> targets() {
    TargetSink.TableOpener opener = TargetSink.opener(TableAddress.of(settings));
    SendingClock sending = clock;
    return new TargetSink(
        settings.text(Setting.TABLE), () -> new MeasuredTable(opener.open(), sending));
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
