package io.shelfcast.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.events.targets.SnsTopicProps;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The topic through which people are told: by every alarm, and why a training came to nothing. */
final class Alerts {
  private final Construct scope;
  private final Topic topic;

  Alerts(Construct scope, DataStack data, Sizes sizes) {
    this.scope = scope;
    topic =
        Topic.Builder.create(scope, "Alerts")
            .topicName(sizes.name() + "-alerts")
            .masterKey(data.key().key())
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(Access.service(scope, "cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .build());
    if (!sizes.alarms().email().isEmpty()) {
      topic.addSubscription(new EmailSubscription(sizes.alarms().email()));
    }
  }

  /** What an alarm does. */
  SnsAction action() {
    return new SnsAction(topic);
  }

  /** Tells why a run failed, in SageMaker's words. */
  void ofFailures(String id, SageMakerJob job) {
    SageMakerKind kind = job.kind();
    tell(
        id,
        "Runs of " + job.name() + " that failed",
        EventPattern.builder()
            .source(List.of("aws.sagemaker"))
            .detailType(List.of(kind.event()))
            .detail(
                Map.of(
                    kind.action("") + "Status", List.of("Failed", "Stopped"),
                    kind.action("") + "Name", List.of(Map.of("prefix", job.name() + "-"))))
            .build(),
        job.name() + " failed: " + EventField.fromPath("$.detail.FailureReason"));
  }

  /** Tells that a training published nothing, and where its reasons stand. */
  void ofRefusedModels(DataStack data) {
    String prefix = LakeBucket.LAKE + "/models/decisions/";
    tell(
        "ModelNotPublished",
        "Trainings whose model was not good enough",
        EventPattern.builder()
            .source(List.of("aws.s3"))
            .detailType(List.of("Object Created"))
            .detail(
                Map.of(
                    "bucket", Map.of("name", List.of(data.bucket().name())),
                    "object", Map.of("key", List.of(Map.of("prefix", prefix)))))
            .build(),
        "A training published no model; the reason stands in s3://"
            + EventField.fromPath("$.detail.bucket.name")
            + "/"
            + EventField.fromPath("$.detail.object.key"));
  }

  private void tell(String id, String description, EventPattern pattern, String message) {
    Rule.Builder.create(scope, id)
        .description(description)
        .eventPattern(pattern)
        .targets(
            List.of(
                new SnsTopic(
                    topic,
                    SnsTopicProps.builder().message(RuleTargetInput.fromText(message)).build())))
        .build();
  }
}
