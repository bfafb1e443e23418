package io.shelfcast.aws;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.iam.CompositePrincipal;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/**
 * A job that SageMaker runs in the trainer's container: by the clock, or when something else starts
 * it. One step of a state machine holds its definition and waits for its end, so that there is one
 * place that says what is run and one figure that says it failed.
 */
final class SageMakerJob {
  private final Construct scope;
  private final String name;
  private final SageMakerKind kind;
  private final CfnStateMachine machine;
  private final Role starter;

  /**
   * @param name begins the name of each run
   * @param request what SageMaker is asked for, without the run's name
   * @param role that the job runs under
   */
  SageMakerJob(
      Construct scope,
      String id,
      String name,
      SageMakerKind kind,
      Map<String, Object> request,
      Role role) {
    this.scope = scope;
    this.name = name;
    this.kind = kind;
    Role runner = runner(id, role);
    machine =
        CfnStateMachine.Builder.create(scope, id + "Machine")
            .stateMachineName(name)
            .roleArn(runner.getRoleArn())
            .definition(definition(request))
            .build();
    machine.getNode().addDependency(runner);
    NagSuppressions.addResourceSuppressions(
        machine,
        List.of(
            unneeded("AwsSolutions-SF1", "One step; the execution's history says how it went."),
            unneeded("AwsSolutions-SF2", "One call; there is nothing to trace.")));
    starter = starter(id);
  }

  private static NagPackSuppression unneeded(String rule, String reason) {
    return NagPackSuppression.builder().id(rule).reason(reason).build();
  }

  private Map<String, Object> definition(Map<String, Object> request) {
    Map<String, Object> parameters = new TreeMap<>(request);
    parameters.put(kind.action("") + "Name.$", "States.Format('" + name + "-{}', States.UUID())");
    Map<String, Object> run = new TreeMap<>();
    run.put("Type", "Task");
    run.put("Resource", integration());
    run.put("Parameters", parameters);
    run.put(
        "Retry",
        List.of(
            Map.of(
                "ErrorEquals", List.of("SageMaker.AmazonSageMakerException", "ThrottlingException"),
                "IntervalSeconds", 60,
                "MaxAttempts", 3,
                "BackoffRate", 2)));
    run.put("End", true);
    return Map.of("StartAt", "Run", "States", Map.of("Run", run));
  }

  private String integration() {
    return "arn:"
        + Stack.of(scope).getPartition()
        + ":states:::sagemaker:"
        + kind.action("create")
        + ".sync";
  }

  /** Starts the job and waits for it. */
  private Role runner(String id, Role jobRole) {
    Role runner =
        Access.role(
            scope, id + "Runner", "states.amazonaws.com", "Starts " + name + " and waits for it");
    runner.addToPolicy(
        Access.allow(
            Access.arn(scope, "sagemaker", kind.resource() + "/" + name + "-*"),
            "sagemaker:" + kind.action("Create"),
            "sagemaker:" + kind.action("Describe"),
            "sagemaker:" + kind.action("Stop"),
            "sagemaker:AddTags",
            "sagemaker:ListTags"));
    runner.addToPolicy(
        Access.allowIf(
            Map.of("StringEquals", Map.of("iam:PassedToService", "sagemaker.amazonaws.com")),
            jobRole.getRoleArn(),
            "iam:PassRole"));
    runner.addToPolicy(
        Access.allow(
            Access.arn(scope, "events", "rule/" + kind.rule()),
            "events:DescribeRule",
            "events:PutRule",
            "events:PutTargets"));
    NagSuppressions.addResourceSuppressions(
        runner,
        List.of(
            Suppressed.wildcard(
                "Each run has a name of its own behind one beginning.",
                "/^Resource::arn:.*-job\\/" + name + "-\\*$/")),
        true);
    return runner;
  }

  private Role starter(String id) {
    Role role =
        Role.Builder.create(scope, id + "Starter")
            .description("Starts " + name)
            .assumedBy(
                new CompositePrincipal(
                    Access.service(scope, "scheduler.amazonaws.com"),
                    Access.service(scope, "events.amazonaws.com")))
            .build();
    role.addToPolicy(Access.allow(arn(), "states:StartExecution"));
    return role;
  }

  /** Runs it by the clock, in UTC. */
  void schedule(String id, String expression) {
    CfnSchedule.Builder.create(scope, id + "Schedule")
        .name(name)
        .description("Runs " + name)
        .scheduleExpression(expression)
        .scheduleExpressionTimezone("UTC")
        .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            CfnSchedule.TargetProperty.builder()
                .arn(arn())
                .roleArn(starter.getRoleArn())
                .input("{}")
                .retryPolicy(
                    CfnSchedule.RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(3600)
                        .maximumRetryAttempts(5)
                        .build())
                .build())
        .build();
  }

  /** Runs that did not succeed, the start of the job included. */
  MathExpression failures(Duration period) {
    Map<String, IMetric> counts = new TreeMap<>();
    for (String end : List.of("Failed", "TimedOut", "Aborted")) {
      counts.put(
          end.toLowerCase(Locale.ROOT),
          JobFigures.metric(
              "AWS/States", "Executions" + end, Map.of("StateMachineArn", arn()), "Sum", period));
    }
    return MathExpression.Builder.create()
        .label(name + " that failed")
        .expression("failed + timedout + aborted")
        .usingMetrics(counts)
        .period(period)
        .build();
  }

  /** What to start it by. */
  String arn() {
    return machine.getRef();
  }

  /** Who may start it. */
  Role starter() {
    return starter;
  }

  String name() {
    return name;
  }

  SageMakerKind kind() {
    return kind;
  }
}
