package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentTest {
  @TempDir Path root;
  private final StringWriter told = new StringWriter();
  private FakeAccount account;

  @BeforeEach
  void makeSources() throws IOException {
    Path module = Files.createDirectories(root.resolve("infra/aws/node_modules"));
    Files.writeString(module.resolve("../package-lock.json"), "{}");
    Files.writeString(module.resolve(".installed-lock.json"), "{}");
    Files.createDirectories(root.resolve("stream-job/target"));
    Files.writeString(root.resolve("stream-job/target/shelfcast-job.jar"), "a jar");
    for (String folder : List.of("views", "queries", "dashboards")) {
      Path statements = Files.createDirectories(root.resolve("sql").resolve(folder));
      Files.writeString(statements.resolve("one.sql"), "-- One.\nSELECT 1");
    }
    account = new FakeAccount(root);
  }

  @Test
  void dataComesBeforeTheJarAndTheJarBeforeTheApplication() {
    account.statuses.addAll(List.of("READY", "STARTING", "RUNNING"));
    deployment().deploy(false, List.of("--require-approval", "never"));

    assertEquals(
        List.of(
            "aws sts get-caller-identity",
            "mvnw package",
            "cdk deploy ShelfcastData",
            "aws s3 cp",
            "aws ecr describe-images",
            "cdk deploy ShelfcastApplication",
            "aws kinesisanalyticsv2 describe-application",
            "aws kinesisanalyticsv2 start-application",
            "aws kinesisanalyticsv2 describe-application",
            "aws kinesisanalyticsv2 describe-application",
            "cdk deploy ShelfcastAnalysts"),
        account.steps);
    assertTrue(account.uploaded.startsWith("s3://the-bucket/code/shelfcast-job-"));
    assertTrue(account.uploaded.endsWith(".jar"));
    assertTrue(told.toString().contains("The job shelfcast is running"));
  }

  @Test
  void aRunningJobIsNotStartedAgain() {
    account.statuses.addAll(List.of("UPDATING", "RUNNING"));
    deployment().deploy(false, List.of());

    assertEquals(false, account.steps.contains("aws kinesisanalyticsv2 start-application"));
  }

  @Test
  void startedAnewTheJobIsStoppedAndLeavesItsSnapshotsAlone() {
    account.statuses.addAll(List.of("RUNNING", "FORCE_STOPPING", "READY", "STARTING", "RUNNING"));
    deployment().deploy(true, List.of());

    assertEquals(
        true,
        account.steps.contains("aws kinesisanalyticsv2 stop-application"),
        account.steps::toString);
    assertTrue(account.started.contains("SKIP_RESTORE_FROM_SNAPSHOT"));
  }

  @Test
  void aJobThatFallsBackIsAFailure() {
    account.statuses.addAll(List.of("READY", "STARTING", "READY"));
    Problem problem = assertThrows(Problem.class, () -> deployment().deploy(false, List.of()));

    assertEquals(
        "The job shelfcast is READY, not RUNNING; its log group says why.", problem.getMessage());
  }

  @Test
  void withoutTheTrainersImageTheApplicationIsNotDeployed() {
    account.failing = "ecr";
    Problem problem = assertThrows(Problem.class, () -> deployment().deploy(false, List.of()));

    assertTrue(problem.getMessage().startsWith("Push the trainer's image shelfcast-trainer:0.1.0"));
    assertEquals(false, account.steps.contains("cdk deploy ShelfcastApplication"));
  }

  @Test
  void theDataStackIsDeletedOnlyIfAskedFor() {
    deployment().destroy(false, List.of());
    assertEquals("cdk destroy ShelfcastApplication", account.steps.get(account.steps.size() - 1));

    deployment().destroy(true, List.of());
    assertEquals(
        List.of(
            "cdk destroy ShelfcastApplication",
            "aws cloudformation update-termination-protection",
            "cdk destroy ShelfcastData"),
        account.steps.subList(account.steps.size() - 3, account.steps.size()));
  }

  @Test
  void pausesAreBounded() {
    for (int i = 0; i < 200; i++) {
      account.statuses.add("STARTING");
    }
    List<Duration> pauses = new ArrayList<>();
    Deployment slow =
        new Deployment(
            new Home(root), Synthesised.SIZES, account, new PrintWriter(told), pauses::add);

    assertThrows(Problem.class, () -> slow.deploy(false, List.of()));
    assertEquals(90, pauses.size());
  }

  private Deployment deployment() {
    return new Deployment(
        new Home(root), Synthesised.SIZES, account, new PrintWriter(told), any -> {});
  }

  /** Takes down what is run, and answers as the tools would. */
  private static final class FakeAccount extends Commands {
    final List<String> steps = new ArrayList<>();
    final Deque<String> statuses = new ArrayDeque<>();
    String uploaded;
    String started;
    String failing = "nothing";

    FakeAccount(Path folder) {
      super(folder);
    }

    @Override
    void run(List<String> command) {
      if (command.get(0).endsWith("mvnw")) {
        steps.add("mvnw " + command.get(command.size() - 1));
        return;
      }
      steps.add("cdk " + command.get(2) + " " + command.get(3));
      int outputs = command.indexOf("--outputs-file");
      if (outputs > 0) {
        write(Path.of(command.get(outputs + 1)));
      }
    }

    private static void write(Path outputs) {
      try {
        Files.writeString(
            outputs,
            """
            {"ShelfcastData": {"LakeBucketName": "the-bucket"},
             "ShelfcastApplication": {"JobName": "shelfcast"}}
            """);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    String output(List<String> command) {
      String service = command.get(4);
      steps.add("aws " + service + " " + command.get(5));
      if (service.equals(failing)) {
        throw new Problem(service + " failed.");
      }
      if (service.equals("s3")) {
        uploaded = command.get(command.size() - 1);
      }
      if (command.contains("start-application")) {
        started = command.get(command.size() - 1);
      }
      return command.contains("describe-application") ? statuses.pop() : "111122223333";
    }
  }
}
