package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ApplicationStackTest {
  @TempDir Path folder;
  private final Template template = Synthesised.application();

  @Test
  void theJobChecksPointsScalesAndRollsBack() {
    template.hasResourceProperties(
        "AWS::KinesisAnalyticsV2::Application",
        Match.objectLike(
            Map.of(
                "RuntimeEnvironment", "FLINK-1_20",
                "ApplicationConfiguration",
                    Match.objectLike(
                        Map.of(
                            "ApplicationSnapshotConfiguration", Map.of("SnapshotsEnabled", true),
                            "ApplicationSystemRollbackConfiguration",
                                Map.of("RollbackEnabled", true),
                            "FlinkApplicationConfiguration",
                                Match.objectLike(
                                    Map.of(
                                        "CheckpointConfiguration",
                                            Match.objectLike(
                                                Map.of(
                                                    "CheckpointingEnabled",
                                                    true,
                                                    "CheckpointInterval",
                                                    60_000)),
                                        "MonitoringConfiguration",
                                            Match.objectLike(Map.of("MetricsLevel", "APPLICATION")),
                                        "ParallelismConfiguration",
                                            Match.objectLike(
                                                Map.of(
                                                    "AutoScalingEnabled",
                                                    true,
                                                    "Parallelism",
                                                    2)))))),
                "RunConfiguration",
                    Match.objectLike(
                        Map.of(
                            "ApplicationRestoreConfiguration",
                            Map.of("ApplicationRestoreType", "RESTORE_FROM_LATEST_SNAPSHOT"))))));
  }

  @Test
  void theJobLogsToItsOwnEncryptedGroupForAMonth() {
    template.hasResourceProperties(
        "AWS::Logs::LogGroup",
        Map.of(
            "LogGroupName", "/shelfcast/job", "RetentionInDays", 30, "KmsKeyId", Match.anyValue()));
    template.resourceCountIs("AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption", 1);
  }

  @Test
  void onlyTheServiceOnBehalfOfThisAccountTakesARole() {
    List<JsonNode> roles = Synthesised.properties("AWS::IAM::Role").toList();

    assertTrue(roles.size() >= 5);
    for (JsonNode role : roles) {
      for (JsonNode statement : role.path("AssumeRolePolicyDocument").path("Statement")) {
        assertEquals(
            true,
            statement.path("Condition").path("StringEquals").has("aws:SourceAccount"),
            statement::toString);
      }
    }
  }

  @Test
  void theJobMayReadBundlesButNotWriteThem() {
    String rights = policyOf("JobRole").toString();

    assertTrue(rights.contains("/lake/events/*"), rights);
    assertEquals(false, rights.contains("/lake/models"), rights);
    assertEquals(false, rights.contains("dynamodb:DeleteItem"), rights);
  }

  @Test
  void trainingAndCompactionRunByTheClock() throws Exception {
    Map<String, String> schedules = Map.of("training", "0 3", "compaction", "0 2");
    for (Map.Entry<String, String> schedule : schedules.entrySet()) {
      template.hasResourceProperties(
          "AWS::Scheduler::Schedule",
          Match.objectLike(
              Map.of(
                  "Name", "shelfcast-" + schedule.getKey(),
                  "ScheduleExpression", "cron(" + schedule.getValue() + " * * ? *)",
                  "ScheduleExpressionTimezone", "UTC")));
    }
    JsonNode training = definition("shelfcast-training");
    assertTrue(training.path("Resource").asText().endsWith(":sagemaker:createTrainingJob.sync"));
    JsonNode request = training.path("Parameters");
    assertEquals("s3://imported/lake", request.path("HyperParameters").path("lake").asText());
    assertTrue(
        request.path("AlgorithmSpecification").path("TrainingImage").asText().endsWith(":0.1.0"));
    JsonNode compaction = definition("shelfcast-compaction").path("Parameters");
    assertEquals(
        "[\"compact\",\"--lake\",\"s3://imported/lake\",\"--grace\",\"P2D\"]",
        compaction.path("AppSpecification").path("ContainerArguments").toString());
  }

  @Test
  void trainingAndCompactionAreToldWhereTheLakeIs() throws Exception {
    for (String machine : List.of("shelfcast-training", "shelfcast-compaction")) {
      JsonNode request = definition(machine).path("Parameters");
      assertEquals("us-east-1", request.path("Environment").path("AWS_REGION").asText(), machine);
    }
  }

  @Test
  void whatBecameOfTrainingsIsTold() {
    List<Map<String, String>> name = List.of(Map.of("prefix", "shelfcast-training-"));
    assertTold(
        "SageMaker Training Job State Change",
        Map.of("TrainingJobStatus", List.of("Failed", "Stopped"), "TrainingJobName", name));
    List<Map<String, String>> key = List.of(Map.of("prefix", "lake/models/decisions/"));
    assertTold("Object Created", Match.objectLike(Map.of("object", Map.of("key", key))));
  }

  private void assertTold(String event, Object detail) {
    Map<String, Object> pattern = Map.of("detail-type", List.of(event), "detail", detail);
    template.hasResourceProperties(
        "AWS::Events::Rule",
        Match.objectLike(
            Map.of(
                "EventPattern", Match.objectLike(pattern),
                "Targets",
                    List.of(
                        Match.objectLike(
                            Map.of("Arn", Map.of("Ref", Match.stringLikeRegexp("Alerts.*"))))))));
  }

  @Test
  void worseForecastsStartATraining() {
    String alarm =
        Synthesised.resources().entrySet().stream()
            .filter(
                e ->
                    e.getValue()
                        .path("Properties")
                        .path("AlarmName")
                        .asText()
                        .endsWith("-forecast-error"))
            .map(e -> e.getKey().substring(e.getKey().indexOf('/') + 1))
            .findAny()
            .orElseThrow();
    template.hasResourceProperties(
        "AWS::Events::Rule",
        Match.objectLike(
            Map.of(
                "EventPattern",
                    Match.objectLike(
                        Map.of(
                            "detail-type", List.of("CloudWatch Alarm State Change"),
                            "resources", List.of(Map.of("Fn::GetAtt", List.of(alarm, "Arn"))))),
                "Targets", List.of(Match.objectLike(Map.of("Id", "training"))))));
  }

  @Test
  void theEndpointIsThereOnlyIfAskedFor() throws Exception {
    template.resourceCountIs("AWS::SageMaker::Endpoint", 0);

    ShelfcastApp asked =
        ShelfcastApp.define(Synthesis.app(folder), withEndpoint(), "code/job.jar", Synthesised.SQL);
    asked.app().synth();

    assertEquals(List.of(), Findings.in(folder));
    Template.fromStack(asked.application()).resourceCountIs("AWS::SageMaker::Endpoint", 1);
    String stack = Synthesised.json(asked.application()).toString();
    assertTrue(stack.contains("sagemaker:InvokeEndpoint"));
    assertTrue(stack.contains("\"endpointName\":\"shelfcast\""), "the job is not told its name");
  }

  private static Sizes withEndpoint() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode sizes =
        (ObjectNode) json.readTree(Synthesised.MODULE.resolve("sizes.json").toFile());
    ((ObjectNode) sizes.path("endpoint")).put("enabled", true);
    return json.treeToValue(sizes, Sizes.class);
  }

  private static JsonNode policyOf(String role) {
    return Synthesised.properties("AWS::IAM::Policy")
        .filter(policy -> policy.path("Roles").toString().contains("\"" + role))
        .findAny()
        .orElseThrow();
  }

  /** The one step of a state machine, with what CloudFormation would fill in. */
  private static JsonNode definition(String machine) throws IOException {
    JsonNode properties =
        Synthesised.properties("AWS::StepFunctions::StateMachine")
            .filter(p -> p.path("StateMachineName").asText().equals(machine))
            .findAny()
            .orElseThrow();
    return Resolved.of(properties.path("Definition")).path("States").path("Run");
  }
}
