package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.LoopbackEndpoint;
import io.shelfcast.job.Setting;
import io.shelfcast.job.archive.Rebuild;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants;
import org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants;
import org.apache.flink.streaming.connectors.kinesis.internals.KinesisDataFetcher;
import org.apache.flink.streaming.connectors.kinesis.proxy.KinesisProxy;
import org.apache.flink.streaming.connectors.kinesis.serialization.KinesisDeserializationSchema;

/**
 * Reads the stream by polling, with stream time per shard. This package alone knows the connector,
 * whose successor is another class on another Flink.
 *
 * @see io.shelfcast.job.operator.Decode where a record goes next
 */
public final class KinesisEvents extends FlinkKinesisConsumer<Arrival> {
  private static final long serialVersionUID = 1;
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneOffset.UTC);

  private final Duration shardIdle;
  private final boolean live;
  private final StreamOpener stream;

  /** What is read before the stream, on a fresh start; null if nothing. */
  private final Rebuild rebuild;

  private transient PastFirst past;
  private transient volatile boolean cancelled;

  /**
   * The stream that the settings name.
   *
   * @param rebuild what a fresh start reads before the stream, or null
   */
  @SuppressWarnings("deprecation") // as the connector's kind of source is
  public static SingleOutputStreamOperator<Arrival> read(
      StreamExecutionEnvironment env, JobSettings settings, Rebuild rebuild) {
    return env.addSource(new KinesisEvents(settings, rebuild, KinesisProxy::create));
  }

  KinesisEvents(JobSettings settings, Rebuild rebuild, StreamOpener stream) {
    super(
        settings.text(Setting.STREAM),
        new RecordSchema(new ArrivalReader(isReplay(settings))),
        properties(settings, rebuild));
    this.shardIdle = settings.duration(Setting.SHARD_IDLE);
    this.live = !isReplay(settings);
    this.rebuild = rebuild;
    this.stream = stream;
    setPeriodicWatermarkAssigner(new ArrivalTimes());
  }

  private static boolean isReplay(JobSettings settings) {
    return settings.text(Setting.CLOCK).equals("replay");
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    super.initializeState(context);
    past = new PastFirst(rebuild, context);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    super.snapshotState(context);
    past.snapshot();
  }

  @Override
  public void run(SourceContext<Arrival> context) throws Exception {
    past.run(context, (StreamingRuntimeContext) getRuntimeContext());
    if (!cancelled) {
      super.run(context);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    if (past != null) {
      past.cancel();
    }
    super.cancel();
  }

  @Override
  protected KinesisDataFetcher<Arrival> createFetcher(
      List<String> streams,
      SourceContext<Arrival> context,
      RuntimeContext runtime,
      Properties properties,
      KinesisDeserializationSchema<Arrival> reader) {
    return new EventFetcher(
        streams,
        context,
        runtime,
        properties,
        reader,
        getShardAssigner(),
        getPeriodicWatermarkAssigner(),
        stream,
        new SourceClock(shardIdle, live),
        past.streamBegin());
  }

  /** Reaches the stream on each worker. */
  interface StreamOpener extends KinesisDataFetcher.FlinkKinesisProxyFactory, Serializable {}

  /** The connector's properties. */
  static Properties properties(JobSettings settings, Rebuild rebuild) {
    Properties p = new Properties();
    p.setProperty(AWSConfigConstants.AWS_REGION, settings.text(Setting.SOURCE_REGION));
    settings.optionalAddress(Setting.SOURCE_ENDPOINT).ifPresent(e -> setEndpoint(p, e));
    p.setProperty(ConsumerConfigConstants.RECORD_PUBLISHER_TYPE, "POLLING");
    p.setProperty(ConsumerConfigConstants.STREAM_INITIAL_POSITION, settings.text(Setting.POSITION));
    if (settings.has(Setting.TIMESTAMP)) {
      p.setProperty(
          ConsumerConfigConstants.STREAM_INITIAL_TIMESTAMP,
          TIMESTAMP.format(settings.moment(Setting.TIMESTAMP)));
    }
    if (rebuild != null && !isReplay(settings) && rebuild.liveFrom() != Long.MIN_VALUE) {
      p.setProperty(ConsumerConfigConstants.STREAM_INITIAL_POSITION, "AT_TIMESTAMP");
      p.setProperty(
          ConsumerConfigConstants.STREAM_INITIAL_TIMESTAMP,
          TIMESTAMP.format(Instant.ofEpochMilli(rebuild.liveFrom())));
    }
    /* Our own clock replaces the connector's; should that ever run, it must not leak time either. */
    p.setProperty(
        ConsumerConfigConstants.SHARD_IDLE_INTERVAL_MILLIS,
        Long.toString(settings.duration(Setting.SHARD_IDLE).toMillis()));
    return p;
  }

  private static void setEndpoint(Properties p, URI endpoint) {
    p.setProperty(AWSConfigConstants.AWS_ENDPOINT, endpoint.toString());
    if (LoopbackEndpoint.is(endpoint)) {
      p.setProperty(AWSConfigConstants.AWS_CREDENTIALS_PROVIDER, "BASIC");
      p.setProperty(AWSConfigConstants.AWS_ACCESS_KEY_ID, LoopbackEndpoint.CREDENTIAL);
      p.setProperty(AWSConfigConstants.AWS_SECRET_ACCESS_KEY, LoopbackEndpoint.CREDENTIAL);
    }
  }
}
