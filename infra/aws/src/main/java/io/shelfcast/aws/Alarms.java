package io.shelfcast.aws;

import io.shelfcast.job.JobMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Every alarm, each told through the same topic. docs/operations.md says of each what it means and
 * what to do first.
 */
final class Alarms {
  private static final Duration MINUTE = Duration.minutes(1);
  private static final Duration SHORT = Duration.minutes(5);
  private static final Duration QUARTER = Duration.minutes(15);
  private static final Duration DAY = Duration.days(1);
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final Construct scope;
  private final String name;
  private final Sizes.Alarms limits;
  private final JobFigures job;
  private final Alerts alerts;
  private final List<IAlarm> all = new ArrayList<>();

  Alarms(Construct scope, Sizes sizes, JobFigures job, Alerts alerts) {
    this.scope = scope;
    this.name = sizes.name();
    this.limits = sizes.alarms();
    this.job = job;
    this.alerts = alerts;
  }

  /** Whether goods are where they should be: of interest to planners. */
  void ofStock() {
    IMetric atRisk = job.ratio(JobMetric.AT_RISK, JobMetric.STORE_PRODUCTS, SHORT);
    raise("at-risk", "Too many store-products may run out", atRisk, limits.atRiskShare(), 3, 3);
    IMetric out = job.ratio(JobMetric.STOCKOUTS, JobMetric.STORE_PRODUCTS, SHORT);
    raise("stockouts", "Too many store-products have run out", out, limits.stockoutShare(), 3, 3);
    IMetric phantom =
        job.compute(
            "share a day that should have sold",
            JobFigures.growth(JobMetric.PHANTOM_DAYS)
                + " / ("
                + JobFigures.total(JobMetric.STORE_PRODUCTS)
                + ")",
            DAY,
            Map.of());
    raise(
        "phantom-inventory",
        "Stock that the books hold and nobody buys",
        phantom,
        limits.phantomShare(),
        1,
        2);
  }

  /** Whether events become targets. */
  void ofFlow(StreamFigures stream) {
    Alarm down =
        raise(
            "job-down",
            "The job does not run",
            job.ofRuntime("downtime", "Average", MINUTE),
            0,
            3,
            3);
    // Its silence is the sign.
    ((CfnAlarm) down.getNode().getDefaultChild()).setTreatMissingData("breaching");
    double lag = limits.lagMinutes() * MILLIS_PER_MINUTE;
    raise("consumer-lag", "The job is behind the stream", stream.lagMillis(SHORT), lag, 3, 3);
    IMetric failed = job.growthOfRuntime("numberOfFailedCheckpoints", SHORT);
    raise("failed-checkpoints", "Checkpoints fail", failed, 0, 2, 3);
    IMetric restarts = job.growthOfRuntime("fullRestarts", QUARTER);
    raise("restarts", "The job restarts again and again", restarts, 1, 1, 1);
    IMetric heap = job.ofRuntime("heapMemoryUtilization", "Maximum", SHORT);
    raise("heap", "The job is short of memory", heap, 90, 3, 3);
    IMetric refused = job.ratioOfGrowth(JobMetric.REFUSED, JobMetric.READ, QUARTER);
    raise(
        "refused-records", "Too many records are no events", refused, limits.refusedShare(), 2, 2);
  }

  /** Whether the model serves; returns the alarm of its errors, which asks for a retraining. */
  Alarm ofModel(SageMakerJob training, SageMakerJob compaction) {
    IMetric age = job.largest(JobMetric.BUNDLE_AGE_SECONDS, SHORT);
    double oldest = limits.modelAgeDays() * SECONDS_PER_DAY;
    raise("stale-model", "The model in use is old", age, oldest, 3, 3);
    IMetric refused = job.growthOfRuntime(JobMetric.BUNDLES_REFUSED.json(), SHORT);
    raise("bundle-refused", "The job refused a model bundle", refused, 0, 1, 1);
    raise("trainer-failed", "A training failed", training.failures(SHORT), 0, 1, 1);
    raise("compaction-failed", "A compaction failed", compaction.failures(SHORT), 0, 1, 1);
    IMetric error =
        job.ratioOfGrowth(JobMetric.DAY_AHEAD_ERROR, JobMetric.DAY_AHEAD_NAIVE_ERROR, DAY);
    return raise(
        "forecast-error",
        "Forecasts are no better than last week's sales",
        error,
        limits.errorAgainstNaive(),
        3,
        5);
  }

  /** Whether it is worth its money. */
  void ofCost(CostMeter cost) {
    raise(
        "cost",
        "Events cost more than they should",
        cost.aMillionEvents(),
        limits.dollarsPerMillionEvents(),
        3,
        3);
  }

  private Alarm raise(
      String id, String meaning, IMetric metric, double above, int breaching, int of) {
    Alarm alarm =
        Alarm.Builder.create(scope, "Alarm-" + id)
            .alarmName(name + "-" + id)
            .alarmDescription(meaning + "; see docs/operations.md, " + id)
            .metric(metric)
            .threshold(above)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .datapointsToAlarm(breaching)
            .evaluationPeriods(of)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(alerts.action());
    all.add(alarm);
    return alarm;
  }

  List<IAlarm> all() {
    return all;
  }
}
