package io.shelfcast.job.archive;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.BundleReference;
import io.shelfcast.job.Connectors;
import io.shelfcast.job.KnownStores;
import io.shelfcast.job.TableWrite;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.target.Decision;
import java.net.URI;
import java.time.ZoneId;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The archive in place of the stream: what had arrived before some days rebuilds the state, what
 * arrived on them comes again in the order in which it came. Decisions go where the caller wants
 * them; nothing else is written, neither table nor lake.
 */
public final class TimeTravel implements Connectors {
  private final URI root;
  private final Snapshot snapshot;
  private final ArchivedDays days;
  private final BundleReference bundle;
  private final ZoneId assumedZone;
  private final Sink<Decision> decisions;

  /**
   * @param root of the lake
   * @param snapshot what is read of it
   * @param days which days, of which store-products
   * @param bundle the model bundle that makes the forecasts
   * @param assumedZone of stores that have not said theirs
   */
  public TimeTravel(
      URI root,
      Snapshot snapshot,
      ArchivedDays days,
      BundleReference bundle,
      ZoneId assumedZone,
      Sink<Decision> decisions) {
    this.root = root;
    this.snapshot = snapshot;
    this.days = days;
    this.bundle = bundle;
    this.assumedZone = assumedZone;
    this.decisions = decisions;
  }

  @Override
  public SingleOutputStreamOperator<Arrival> arrivals(StreamExecutionEnvironment env) {
    return env.fromSequence(days.firstToRead(snapshot), days.lastToRead())
        .setParallelism(1)
        .uid("days")
        .flatMap(new ArchivedArrivals(root, snapshot.name(), days))
        .returns(BinaryType.of(Forms.ARRIVAL))
        .setParallelism(1)
        .uid("archived-arrivals")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Arrival>forGenerator(context -> new WithEachArrival()))
        .setParallelism(1);
  }

  @Override
  public KnownStores knownStores() {
    return Rebuild.stores(snapshot, assumedZone, days.liveFrom());
  }

  @Override
  public BundleReference firstBundle() {
    return bundle;
  }

  @Override
  public SingleOutputStreamOperator<Long> bundleChecks(StreamExecutionEnvironment env) {
    return env.fromData(1L);
  }

  @Override
  public Sink<TableWrite> targets() {
    return new DiscardingSink<>();
  }

  @Override
  public Sink<ArchivedEvent> events() {
    return new DiscardingSink<>();
  }

  @Override
  public Sink<Decision> decisions() {
    return decisions;
  }

  @Override
  public Sink<RefusedRecord> refused() {
    return new DiscardingSink<>();
  }

  /** Time comes as far as each live arrival says; the past says nothing. */
  private static final class WithEachArrival implements WatermarkGenerator<Arrival> {
    private long newest = Long.MIN_VALUE;

    @Override
    public void onEvent(Arrival arrival, long timestamp, WatermarkOutput output) {
      if (!arrival.isRebuilt() && arrival.streamTime() > newest) {
        newest = arrival.streamTime();
        output.emitWatermark(new Watermark(newest));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // each arrival tells
    }
  }
}
