package io.shelfcast.job;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.archive.LakeSinks;
import io.shelfcast.job.archive.Rebuild;
import io.shelfcast.job.aws.SageMakerScorer;
import io.shelfcast.job.aws.TableAddress;
import io.shelfcast.job.aws.TargetSink;
import io.shelfcast.job.kinesis.KinesisEvents;
import io.shelfcast.job.scoring.RemoteScorer;
import io.shelfcast.job.scoring.ShadowModel;
import io.shelfcast.target.Decision;
import java.time.ZoneId;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Kinesis in, DynamoDB and the lake out, as the settings say; emulators answer alike. */
public class RealConnectors implements Connectors {
  private final JobSettings settings;
  private final LakeSinks lake;
  private final Rebuild rebuild;

  public RealConnectors(JobSettings settings) {
    this.settings = settings;
    this.lake = new LakeSinks(settings.address(Setting.LAKE_ROOT));
    this.rebuild =
        settings.flag(Setting.REBUILD) ? Rebuild.of(settings.address(Setting.LAKE_ROOT)) : null;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return KinesisEvents.read(env, settings, rebuild);
  }

  @Override
  public KnownStores knownStores() {
    return rebuild == null
        ? KnownStores.none()
        : rebuild.stores(ZoneId.of(settings.text(Setting.DEFAULT_ZONE)));
  }

  @Override
  public ShadowModel shadow() {
    return settings.text(Setting.SHADOW).equals("sagemaker")
        ? new ShadowModel(SageMakerScorer.of(settings), (int) settings.number(Setting.SHADOW_SHARE))
        : ShadowModel.none();
  }

  @Override
  public RemoteScorer.Opener remoteModel() {
    return settings.text(Setting.SCORING_MODE).equals("sagemaker")
        ? SageMakerScorer.of(settings)
        : null;
  }

  @Override
  @SuppressWarnings("unchecked") // the strategy is of a raw type in Flink 2
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    double perSecond = 1d / settings.number(Setting.DISCOVERY);
    return env.fromSource(
            new DataGeneratorSource<>(
                n -> n, Long.MAX_VALUE, RateLimiterStrategy.perSecond(perSecond), Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "bundle checks")
        .setParallelism(1);
  }

  @Override
  public Sink<TableWrite> targets() {
    return new TargetSink(TableAddress.of(settings));
  }

  @Override
  public Sink<ArchivedEvent> events() {
    return lake.events();
  }

  @Override
  public Sink<Decision> decisions() {
    return lake.decisions();
  }

  @Override
  public Sink<RefusedRecord> refused() {
    return lake.refused();
  }
}
