package io.shelfcast.aws;

import io.shelfcast.job.JobMetric;
import java.util.Arrays;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/** One page: do events flow, are shelves full, is the forecast good, what does it cost. */
final class HealthDashboard {
  private static final Duration SHORT = Duration.minutes(5);
  private static final Duration HOUR = Duration.hours(1);
  private static final Duration DAY = Duration.days(1);
  private static final int WIDTH = 8;

  private final JobFigures job;

  HealthDashboard(
      Construct scope,
      String name,
      JobFigures job,
      StreamFigures stream,
      CostMeter cost,
      Alarms alarms) {
    this.job = job;
    IWidget status =
        AlarmStatusWidget.Builder.create().title("Alarms").width(24).alarms(alarms.all()).build();
    Dashboard.Builder.create(scope, "Dashboard")
        .dashboardName(name)
        .widgets(
            List.of(List.of(status), flow(), health(stream), stock(), model(), costs(stream, cost)))
        .build();
  }

  private List<IWidget> flow() {
    return List.of(
        graph(
            "What became of records, each 5 minutes",
            job.growth(JobMetric.READ, SHORT),
            job.growth(JobMetric.APPLIED, SHORT),
            job.growth(JobMetric.DUPLICATE, SHORT),
            job.growth(JobMetric.TOO_OLD, SHORT),
            job.growth(JobMetric.REFUSED, SHORT)),
        graph(
            "Targets, each 5 minutes",
            job.growth(JobMetric.RESCORED, SHORT),
            job.growth(JobMetric.DECIDED, SHORT),
            job.growth(JobMetric.SUPPRESSED, SHORT)),
        graph(
            "From arrival to the table, milliseconds",
            job.largest(JobMetric.FRESHNESS_P50_MS, SHORT),
            job.largest(JobMetric.FRESHNESS_P99_MS, SHORT)));
  }

  private List<IWidget> health(StreamFigures stream) {
    return List.of(
        graph("Behind the stream, milliseconds", stream.lagMillis(SHORT)),
        graph(
            "Checkpoints",
            job.ofRuntime("lastCheckpointDuration", "Maximum", SHORT),
            job.growthOfRuntime("numberOfFailedCheckpoints", SHORT),
            job.growthOfRuntime("fullRestarts", SHORT)),
        graph(
            "Load, per cent",
            job.ofRuntime("cpuUtilization", "Maximum", SHORT),
            job.ofRuntime("heapMemoryUtilization", "Maximum", SHORT)));
  }

  private List<IWidget> stock() {
    return List.of(
        graph(
            "Stockout risk by hour, share of store-products",
            job.ratio(JobMetric.AT_RISK, JobMetric.STORE_PRODUCTS, HOUR),
            job.ratio(JobMetric.STOCKOUTS, JobMetric.STORE_PRODUCTS, HOUR)),
        graph(
            "Store-products",
            job.total(JobMetric.STORE_PRODUCTS, HOUR),
            job.total(JobMetric.AT_RISK, HOUR),
            job.total(JobMetric.STOCKOUTS, HOUR)),
        graph("Phantom inventory a day", job.growth(JobMetric.PHANTOM_DAYS, DAY)));
  }

  private List<IWidget> model() {
    return List.of(
        graph(
            "Day-ahead error",
            job.ratioOfGrowth(JobMetric.DAY_AHEAD_ERROR, JobMetric.DAY_AHEAD_UNITS, DAY),
            job.ratioOfGrowth(JobMetric.DAY_AHEAD_ERROR, JobMetric.DAY_AHEAD_NAIVE_ERROR, DAY)),
        graph("Age of the model, seconds", job.largest(JobMetric.BUNDLE_AGE_SECONDS, HOUR)),
        graph(
            "Model in use, and refused",
            job.largest(JobMetric.BUNDLE_SEQUENCE, HOUR),
            job.largest(JobMetric.BUNDLES_REFUSED, HOUR)));
  }

  private List<IWidget> costs(StreamFigures stream, CostMeter cost) {
    return List.of(
        graph("Dollars an hour", cost.anHour()),
        graph("Dollars per million events", cost.aMillionEvents()),
        graph(
            "What drives them, each hour",
            job.growth(JobMetric.WRITE_UNITS, HOUR),
            job.growth(JobMetric.PUTS_REFUSED, HOUR),
            job.growth(JobMetric.PUTS_RETRIED, HOUR),
            job.ofRuntime("KPUs", "Maximum", HOUR),
            stream.bytesIn(HOUR)));
  }

  private static IWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .width(WIDTH)
        .left(Arrays.asList(metrics))
        .build();
  }
}
