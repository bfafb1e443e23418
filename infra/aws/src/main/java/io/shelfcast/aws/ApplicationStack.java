package io.shelfcast.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.events.CfnRule;
import software.constructs.Construct;

/**
 * What works on the data: the job, the trainer and the compaction, and those who watch them. It may
 * be deleted and made again; the job then rebuilds its state from the lake.
 */
final class ApplicationStack extends Stack {
  /** Output that names the application. */
  static final String JOB_OUTPUT = "JobName";

  /**
   * @param jar key of the job's jar in the lake's bucket
   */
  ApplicationStack(
      Construct scope, String id, StackProps props, Sizes sizes, DataStack data, String jar) {
    super(scope, id, props);
    StreamJob job = new StreamJob(this, data, sizes, jar);
    if (sizes.endpoint().enabled()) {
      new ModelEndpoint(this, data, sizes).serve(job);
    }
    Trainer trainer = new Trainer(this, data, sizes);
    SageMakerJob training = trainer.training();
    SageMakerJob compaction = trainer.compaction();
    Alerts alerts = new Alerts(this, data, sizes);
    alerts.ofFailures("TrainingFailed", training);
    alerts.ofFailures("CompactionFailed", compaction);
    alerts.ofRefusedModels(data);
    watch(sizes, job, training, compaction, alerts);
    CfnOutput.Builder.create(this, JOB_OUTPUT).value(job.name()).build();
  }

  private void watch(
      Sizes sizes, StreamJob job, SageMakerJob training, SageMakerJob compaction, Alerts alerts) {
    JobFigures figures = new JobFigures(job.name());
    StreamFigures stream = new StreamFigures(sizes.stream().name());
    CostMeter cost = new CostMeter(figures, stream, sizes.prices());
    Alarms alarms = new Alarms(this, sizes, figures, alerts);
    alarms.ofStock();
    alarms.ofFlow(stream);
    retrainOn(alarms.ofModel(training, compaction), training);
    alarms.ofCost(cost);
    new HealthDashboard(this, sizes.name(), figures, stream, cost, alarms);
  }

  /** Forecasts that have become worse do not wait for the next training by the clock. */
  private void retrainOn(Alarm drift, SageMakerJob training) {
    CfnRule.Builder.create(this, "RetrainOnDrift")
        .description("Trains at once when forecasts have become worse")
        .eventPattern(
            Map.of(
                "source", List.of("aws.cloudwatch"),
                "detail-type", List.of("CloudWatch Alarm State Change"),
                "resources", List.of(drift.getAlarmArn()),
                "detail", Map.of("state", Map.of("value", List.of("ALARM")))))
        .targets(
            List.of(
                CfnRule.TargetProperty.builder()
                    .id("training")
                    .arn(training.arn())
                    .roleArn(training.starter().getRoleArn())
                    .build()))
        .build();
  }
}
