package io.shelfcast.aws;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The account, through the AWS command line and with the credentials it finds. */
final class Cloud {
  private final Commands commands;
  private final String region;

  Cloud(Commands commands, String region) {
    this.commands = commands;
    this.region = region;
  }

  /**
   * Who is calling.
   *
   * @throws Problem if there are no credentials
   */
  String account() {
    return ask("sts", "get-caller-identity", "--query", "Account", "--output", "text");
  }

  /** Puts a file where the job's application looks for it. */
  void upload(Path file, String bucket, String key) {
    ask("s3", "cp", "--only-show-errors", file.toString(), "s3://" + bucket + "/" + key);
  }

  /**
   * Asks for an image of the trainer.
   *
   * @throws Problem if it was not pushed
   */
  void requireImage(String repository, String tag) {
    try {
      ask(
          "ecr",
          "describe-images",
          "--repository-name",
          repository,
          "--image-ids",
          "imageTag=" + tag);
    } catch (Problem e) {
      throw new Problem(
          "Push the trainer's image " + repository + ":" + tag + " first; see docs/operations.md.",
          e);
    }
  }

  /** What the job does, as the service calls it: READY is stopped. */
  String status(String job) {
    return ask(
        "kinesisanalyticsv2",
        "describe-application",
        "--application-name",
        job,
        "--query",
        "ApplicationDetail.ApplicationStatus",
        "--output",
        "text");
  }

  /** Starts a stopped job, from its newest snapshot if there is one. */
  void start(String job) {
    ask("kinesisanalyticsv2", "start-application", "--application-name", job);
  }

  /** Starts a stopped job without state. */
  void startAnew(String job) {
    ask(
        "kinesisanalyticsv2",
        "start-application",
        "--application-name",
        job,
        "--run-configuration",
        "ApplicationRestoreConfiguration={ApplicationRestoreType=SKIP_RESTORE_FROM_SNAPSHOT}");
  }

  /** Stops a job without a snapshot. */
  void stop(String job) {
    ask("kinesisanalyticsv2", "stop-application", "--application-name", job, "--force");
  }

  /** Lets a stack be deleted. */
  void unprotect(String stack) {
    ask(
        "cloudformation",
        "update-termination-protection",
        "--no-enable-termination-protection",
        "--stack-name",
        stack);
  }

  private String ask(String... arguments) {
    List<String> command = new ArrayList<>(List.of("aws", "--region", region, "--no-cli-pager"));
    command.addAll(List.of(arguments));
    return commands.output(command);
  }
}
