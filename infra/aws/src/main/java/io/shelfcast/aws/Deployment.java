package io.shelfcast.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.model.Sha256;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The way from sources to a running application: build, data stack, jar, application stack, start.
 * Each step may be done again.
 */
final class Deployment {
  /** How the service calls a job that is on its way from one lasting status to another. */
  private static final Set<String> UNDER_WAY =
      Set.of(
          "STARTING",
          "STOPPING",
          "FORCE_STOPPING",
          "UPDATING",
          "AUTOSCALING",
          "ROLLING_BACK",
          "MAINTENANCE");

  private static final String STOPPED = "READY";

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int MOST_PAUSES = 90;
  private static final int HASH_DIGITS = 12;

  private final Home home;
  private final Sizes sizes;
  private final Commands commands;
  private final Cloud cloud;
  private final PrintWriter out;
  private final Consumer<Duration> wait;

  /**
   * @param out tells how far it is
   * @param wait lets time pass
   */
  Deployment(Home home, Sizes sizes, Commands commands, PrintWriter out, Consumer<Duration> wait) {
    this.home = home;
    this.sizes = sizes;
    this.commands = commands;
    this.cloud = new Cloud(commands, sizes.region());
    this.out = out;
    this.wait = wait;
  }

  /**
   * Brings the account to what sources and sizes say.
   *
   * @param anew whether the job starts without state, to rebuild it from the lake
   * @param options for the CDK's command line
   */
  void deploy(boolean anew, List<String> options) {
    say("Account " + cloud.account() + ", region " + sizes.region());
    buildJob();
    String jar = LakeBucket.CODE + "/shelfcast-job-" + hash(home.jobJar()) + ".jar";
    say("Synthesising");
    Synthesis.write(home.templates(), sizes, jar, home.sql());
    home.packages().install();

    String data = ShelfcastApp.dataStack(sizes);
    String bucket = output(stack(data, options), data, DataStack.BUCKET_OUTPUT);
    say("Uploading " + jar);
    cloud.upload(home.jobJar(), bucket, jar);
    cloud.requireImage(sizes.name() + "-trainer", sizes.trainer().imageTag());
    String application = ShelfcastApp.applicationStack(sizes);
    String job = output(stack(application, options), application, ApplicationStack.JOB_OUTPUT);
    start(job, anew);
    stack(ShelfcastApp.analystsStack(sizes), options);
  }

  private void buildJob() {
    say("Building the job");
    commands.run(
        List.of(home.maven(), "-q", "-B", "-DskipTests", "-pl", "stream-job", "-am", "package"));
  }

  /** Deploys one stack and returns the file of its outputs. */
  private Path stack(String stack, List<String> options) {
    say("Stack " + stack);
    Path outputs = home.templates().resolve(stack + ".outputs.json");
    List<String> command = new ArrayList<>(home.packages().cdk());
    command.addAll(List.of("deploy", stack, "--exclusively", "--app", home.templates().toString()));
    command.addAll(List.of("--outputs-file", outputs.toString()));
    command.addAll(options);
    commands.run(command);
    return outputs;
  }

  private static String output(Path outputs, String stack, String output) {
    try {
      return new ObjectMapper().readTree(outputs.toFile()).path(stack).path(output).asText();
    } catch (IOException e) {
      throw new Problem("The outputs of " + stack + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** Starts the job unless it runs, and waits until it does. */
  private void start(String job, boolean anew) {
    String status = settled(job);
    if (anew && !status.equals(STOPPED)) {
      say("Stopping " + job);
      cloud.stop(job);
      status = settled(job);
    }
    if (status.equals(STOPPED)) {
      say("Starting " + job + (anew ? " without state" : ""));
      if (anew) {
        cloud.startAnew(job);
      } else {
        cloud.start(job);
      }
      status = settled(job);
    }
    if (!status.equals("RUNNING")) {
      throw new Problem(
          "The job " + job + " is " + status + ", not RUNNING; its log group says why.");
    }
    say("The job " + job + " is running");
  }

  /** The status of the job once it lasts. */
  private String settled(String job) {
    String status = cloud.status(job);
    for (int i = 0; i < MOST_PAUSES && UNDER_WAY.contains(status); i++) {
      wait.accept(PAUSE);
      status = cloud.status(job);
    }
    return status;
  }

  /**
   * Deletes all but what holds data, and the data stack if asked for; its data stay in the account.
   */
  void destroy(boolean data, List<String> options) {
    say("Account " + cloud.account() + ", region " + sizes.region());
    Synthesis.write(home.templates(), sizes, LakeBucket.CODE + "/none.jar", home.sql());
    home.packages().install();
    delete(ShelfcastApp.analystsStack(sizes), options);
    delete(ShelfcastApp.applicationStack(sizes), options);
    if (data) {
      cloud.unprotect(ShelfcastApp.dataStack(sizes));
      delete(ShelfcastApp.dataStack(sizes), options);
      say("The stream, the bucket, the table, the repository and the key are still there.");
    }
  }

  private void delete(String stack, List<String> options) {
    List<String> command = new ArrayList<>(home.packages().cdk());
    command.addAll(
        List.of("destroy", stack, "--exclusively", "--app", home.templates().toString()));
    command.addAll(options);
    commands.run(command);
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file)).substring(0, HASH_DIGITS);
    } catch (IOException e) {
      throw new Problem("The job's jar cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private void say(String what) {
    out.println(what);
    out.flush();
  }
}
