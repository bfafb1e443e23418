package io.shelfcast.local;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Runs the Flink job in the foreground. */
@Command(
    name = "job",
    description = {
      "Runs the Flink job with its dashboard until Ctrl-C.",
      "It goes on from the newest complete checkpoint or savepoint, if there is one."
    })
final class JobCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StateOption where;

  @Option(names = "--fresh", description = "Starts from the beginning of the stream.")
  private boolean fresh;

  @Option(
      names = "--set",
      paramLabel = "GROUP.KEY=VALUE",
      description = "Any setting of the job, as in --set model.sequence=3; repeatable.")
  private Map<String, String> settings = Map.of();

  @Override
  public Integer call() throws Exception {
    LocalState state = where.state();
    Ports ports = Ports.of(state);
    requireStack(ports);
    ChildProcess job = new ChildProcess("job", state);
    job.adoptThis();
    Ports.requireFree(ports.dashboard(), "the dashboard", "./run up --dashboard-port");
    JobProperties properties = JobProperties.of(state, ports);
    Optional<Path> resume = fresh ? Optional.empty() : newest(state);
    resume.ifPresent(from -> properties.set("local.restore", from.toUri().toString()));
    settings.forEach(properties::set);
    properties.write(state.applicationProperties());

    PrintWriter out = spec.commandLine().getOut();
    out.println("Dashboard  " + ports.dashboardAddress());
    out.println("Settings   " + state.applicationProperties());
    out.println("Begins     " + resume.map(Path::toString).orElse("at the start of the stream"));
    new JobProcess(state).run(properties.parse());
    return 0;
  }

  private static Optional<Path> newest(LocalState state) {
    return Checkpoints.newest(List.of(state.checkpoints(), state.savepoints()));
  }

  private static void requireStack(Ports ports) {
    try (KinesisClient kinesis = LocalAws.kinesis(ports);
        DynamoDbClient dynamodb = LocalAws.dynamodb(ports)) {
      kinesis.listStreams();
      dynamodb.listTables();
    } catch (SdkException e) {
      throw new Problem(
          "The stream and the table do not answer; start them first with ./run up.", e);
    }
  }
}
