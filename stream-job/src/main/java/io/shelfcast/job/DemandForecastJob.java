package io.shelfcast.job;

import static io.shelfcast.job.state.Forms.KEY;

import io.shelfcast.event.StoreProductKey;
import io.shelfcast.job.model.BundleStore;
import io.shelfcast.job.operator.ApplyEvent;
import io.shelfcast.job.operator.ApplyStoreEvent;
import io.shelfcast.job.operator.Decode;
import io.shelfcast.job.operator.DiscoverBundles;
import io.shelfcast.job.operator.StoreProducts;
import io.shelfcast.job.operator.TargetRules;
import io.shelfcast.job.operator.TellTheEnd;
import io.shelfcast.job.state.BinaryType;
import io.shelfcast.job.state.Forms;
import io.shelfcast.target.Decision;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The streaming job: from events of the tills to inventory targets. {@link #define} is all of it,
 * top to bottom.
 */
public final class DemandForecastJob {
  /** Bound of any later parallelism; part of every savepoint and never to be changed. */
  private static final int MAX_PARALLELISM = 1024;

  private DemandForecastJob() {}

  /** Runs the job under the managed runtime, or locally with {@code --properties FILE}. */
  public static void main(String[] args) throws Exception {
    JobSettings settings = JobStart.settings(args);
    StreamExecutionEnvironment env = JobStart.environment(args, settings);
    define(env, settings, new RealConnectors(settings));
    env.execute("shelfcast");
  }

  /* No Kryo; no copies between chained steps, for nothing that flows is ever changed. */
  private static Configuration fixedOptions() {
    return new Configuration()
        .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM)
        .set(PipelineOptions.GENERIC_TYPES, false)
        .set(PipelineOptions.OBJECT_REUSE, true);
  }

  /** The topology. */
  public static void define(
      StreamExecutionEnvironment env, JobSettings settings, Connectors connectors) {
    env.configure(fixedOptions());
    TargetRules rules = new TargetRules(settings, JobStart.generation(settings));
    BundleStore bundles = new BundleStore(settings.address(Setting.LAKE_ROOT));

    SingleOutputStreamOperator<Arrival> arrivals =
        Step.of("source", "Read the stream", connectors.arrivals(env));
    SingleOutputStreamOperator<Arrival> events =
        Step.of(
            "decode",
            "Part stores, products and refused",
            arrivals.process(new Decode()).returns(BinaryType.of(Forms.ARRIVAL)));

    SingleOutputStreamOperator<Announcement> stores =
        Step.of(
            "apply-store-event",
            "Apply store events",
            events
                .getSideOutput(Decode.STORE_EVENTS)
                .keyBy(arrival -> arrival.event().storeId())
                .process(new ApplyStoreEvent(rules))
                .returns(BinaryType.of(Forms.ANNOUNCEMENT)));
    SingleOutputStreamOperator<Announcement> end =
        Step.of("end", "Tell the end of the input", TellTheEnd.of(arrivals));
    SingleOutputStreamOperator<Long> bundleChecks =
        Step.of("bundle-checks", "Look for bundles", connectors.bundleChecks(env));
    SingleOutputStreamOperator<Announcement> models =
        Step.of(
            "discover-bundles",
            "Discover model bundles",
            bundleChecks
                .process(new DiscoverBundles(bundles, settings.optionalNumber(Setting.BUNDLE)))
                .returns(BinaryType.of(Forms.ANNOUNCEMENT))
                .setParallelism(1)
                .setMaxParallelism(1));
    DataStream<Announcement> announcements =
        stores.union(end, Step.timeless("timeless-bundles", "Outside of time", models)).broadcast();

    SingleOutputStreamOperator<Decision> decisions =
        Step.of(
            "apply-event",
            "Apply events and decide targets",
            events
                .keyBy(arrival -> StoreProductKey.of(arrival.event()), BinaryType.of(KEY))
                .connect(announcements)
                .transform(
                    "apply",
                    BinaryType.of(Forms.DECISION),
                    new StoreProducts(
                        new ApplyEvent(
                            rules,
                            bundles,
                            connectors.knownStores(),
                            connectors.firstBundle(),
                            connectors.shadow(),
                            connectors.remoteModel()))));

    SingleOutputStreamOperator<TableWrite> targets =
        Step.of(
            "targets",
            "Targets to write",
            decisions.map(TableWrite::of, BinaryType.of(Forms.TABLE_WRITE)));
    Step.of(
        "sink-targets",
        "Write targets",
        targets
            .union(stores.getSideOutput(ApplyStoreEvent.STALENESS))
            .sinkTo(connectors.targets()));
    Step.of(
        "sink-events",
        "Archive events",
        decisions
            .getSideOutput(ApplyEvent.ARCHIVED)
            .union(stores.getSideOutput(ApplyStoreEvent.ARCHIVED))
            .sinkTo(connectors.events()));
    Step.of("sink-decisions", "Archive decisions", decisions.sinkTo(connectors.decisions()));
    Step.of(
        "sink-refused",
        "Keep refused records",
        events
            .getSideOutput(Decode.REFUSED)
            .union(decisions.getSideOutput(ApplyEvent.REFUSED))
            .sinkTo(connectors.refused()));
  }
}
