package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.LoopbackEndpoint;
import io.shelfcast.job.Setting;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.config.AWSConfigConstants;
import org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants;
import org.apache.flink.streaming.connectors.kinesis.internals.KinesisDataFetcher;
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

  /** The stream that the settings name. */
  @SuppressWarnings("deprecation") // as the connector's kind of source is
  public static SingleOutputStreamOperator<Arrival> read(
      StreamExecutionEnvironment env, JobSettings settings) {
    boolean replay = settings.text(Setting.CLOCK).equals("replay");
    return env.addSource(new KinesisEvents(settings, replay));
  }

  private KinesisEvents(JobSettings settings, boolean replay) {
    super(
        settings.text(Setting.STREAM),
        new RecordSchema(new ArrivalReader(replay)),
        properties(settings));
    shardIdle = settings.duration(Setting.SHARD_IDLE);
    live = !replay;
    setPeriodicWatermarkAssigner(new ArrivalTimes());
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
        new SourceClock(shardIdle, live));
  }

  /** The connector's properties. */
  static Properties properties(JobSettings settings) {
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
