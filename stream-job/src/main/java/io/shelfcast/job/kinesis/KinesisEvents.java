package io.shelfcast.job.kinesis;

import io.shelfcast.job.Arrival;
import io.shelfcast.job.ArrivalReader;
import io.shelfcast.job.JobSettings;
import io.shelfcast.job.LoopbackEndpoint;
import io.shelfcast.job.Setting;
import io.shelfcast.job.archive.Rebuild;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
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

  private static final long RENDEZVOUS_POLL_MS = 200;

  private final Duration shardIdle;
  private final boolean live;

  /** What is read before the stream, on a fresh start; null if nothing. */
  private final Rebuild rebuild;

  private transient ListState<Integer> nextDays;
  private transient int nextDay;
  private transient volatile boolean cancelled;

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
    rebuild =
        settings.flag(Setting.REBUILD) ? Rebuild.of(settings.address(Setting.LAKE_ROOT)) : null;
    setPeriodicWatermarkAssigner(new ArrivalTimes());
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    super.initializeState(context);
    nextDays =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("rebuilt-before-day", Types.INT));
    if (rebuild != null) {
      nextDay = context.isRestored() ? rebuild.lastDay() + 1 : rebuild.firstDay();
      for (int day : nextDays.get()) {
        nextDay = Math.min(nextDay, day);
      }
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    super.snapshotState(context);
    if (rebuild != null) {
      nextDays.update(List.of(nextDay));
    }
  }

  @Override
  public void run(SourceContext<Arrival> context) throws Exception {
    if (rebuild != null && nextDay <= rebuild.lastDay()) {
      readLake(context);
    }
    if (!cancelled) {
      super.run(context);
    }
  }

  /** A key's live events may come to any subtask, so that all must be done before one goes live. */
  private void readLake(SourceContext<Arrival> context) throws Exception {
    int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    int subtasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    while (nextDay <= rebuild.lastDay() && !cancelled) {
      synchronized (context.getCheckpointLock()) {
        rebuild.day(nextDay, subtask, subtasks, context::collect);
        nextDay++;
      }
    }
    Rendezvous others =
        new Rendezvous(
            ((StreamingRuntimeContext) getRuntimeContext()).getGlobalAggregateManager(),
            "rebuilt-" + getRuntimeContext().getTaskInfo().getAttemptNumber());
    while (!cancelled && others.arrive(subtask) < subtasks) {
      Thread.sleep(RENDEZVOUS_POLL_MS);
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
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
