package io.shelfcast.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The stream and the table as processes of their own, with their data on disk. A run that begins
 * anew each time has its table in memory: on disk each put waits for the disk, several times.
 */
public final class Emulators {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int SHARD_LIMIT = 1000;
  private static final String LISTENS = "listens on 127.0.0.1:";

  private final LocalState state;
  private final Node node;
  private final ChildProcess kinesis;
  private final ChildProcess dynamodb;
  private final boolean tableInMemory;

  /**
   * @param emulatorFolder holds the script and the packages of the stream emulator
   */
  public Emulators(LocalState state, Path emulatorFolder) {
    this(state, emulatorFolder, false);
  }

  /** Those of a run that begins anew each time. */
  public static Emulators passing(LocalState state) {
    return new Emulators(state, Home.emulators(), true);
  }

  private Emulators(LocalState state, Path emulatorFolder, boolean tableInMemory) {
    this.state = state;
    this.tableInMemory = tableInMemory;
    this.node = new Node(emulatorFolder, state.log("npm"));
    this.kinesis = new ChildProcess("kinesis", state);
    this.dynamodb = new ChildProcess("dynamodb", state);
  }

  /**
   * Checks that no process of ours uses a folder that is about to be emptied.
   *
   * @throws Problem if one does
   */
  static void requireNothingRuns(LocalState state) {
    for (String process : List.of("job", "kinesis", "dynamodb")) {
      if (new ChildProcess(process, state).running().isPresent()) {
        throw new Problem(
            String.format(
                "The %s of an earlier run still runs; end it with ./run down --dir %s.",
                process, state.root()));
      }
    }
  }

  /**
   * Starts what does not run, and makes sure that the stream and the table exist. If that fails,
   * what this call started is ended again.
   *
   * @param shards of the stream, if it is new
   * @param progress gets one line a step
   * @return the names of the processes that this call started
   * @throws Problem if a port is taken, Node is missing or an emulator does not come up
   */
  public List<String> up(Ports ports, int shards, Consumer<String> progress) {
    state.prepare();
    requireSamePorts(ports);
    boolean startStream = kinesis.running().isEmpty();
    boolean startTable = dynamodb.running().isEmpty();
    if (startStream) {
      Ports.requireFree(ports.kinesis(), "Kinesis", "--kinesis-port");
    }
    if (startTable) {
      Ports.requireFree(ports.dynamodb(), "DynamoDB", "--dynamodb-port");
    }
    if (startStream) {
      node.install();
    }
    List<ChildProcess> started = new ArrayList<>();
    try {
      if (startTable) {
        dynamodb.start(tableCommand(ports));
        started.add(dynamodb);
      }
      if (startStream) {
        kinesis.start(streamCommand(ports));
        started.add(kinesis);
      }
      remember(ports);
      started.forEach(Emulators::awaitListening);
      makeReady(ports, shards, progress);
    } catch (RuntimeException e) {
      started.forEach(child -> child.stop(PATIENCE));
      throw e;
    }
    return started.stream().map(ChildProcess::name).toList();
  }

  private void makeReady(Ports ports, int shards, Consumer<String> progress) {
    try (KinesisClient client = LocalAws.kinesis(ports)) {
      PosStream.ensure(client, PosStream.NAME, shards);
    }
    progress.accept("Kinesis    " + ports.kinesisEndpoint() + "  stream " + PosStream.NAME);
    try (DynamoDbClient client = LocalAws.dynamodb(ports)) {
      TargetsTable.ensure(client, TargetsTable.NAME);
    }
    progress.accept("DynamoDB   " + ports.dynamodbEndpoint() + "  table " + TargetsTable.NAME);
    progress.accept("Lake       " + state.lake());
  }

  /**
   * Ends the emulators that run.
   *
   * @param progress gets one line for each that had been running
   */
  public void down(Consumer<String> progress) {
    for (ChildProcess child : List.of(kinesis, dynamodb)) {
      if (child.stop(Duration.ofSeconds(10))) {
        progress.accept("Ended " + child.name() + ".");
      }
    }
  }

  private void requireSamePorts(Ports asked) {
    Ports have = Ports.of(state);
    boolean differs =
        kinesis.running().isPresent() && have.kinesis() != asked.kinesis()
            || dynamodb.running().isPresent() && have.dynamodb() != asked.dynamodb();
    if (differs) {
      throw new Problem(
          String.format(
              "The stack runs already, on ports %d and %d; end it first with ./run down.",
              have.kinesis(), have.dynamodb()));
    }
  }

  private void remember(Ports ports) {
    try {
      ports.remember(state);
    } catch (IOException e) {
      throw new Problem(state.ports() + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private List<String> streamCommand(Ports ports) {
    List<String> command = new ArrayList<>(node.script("kinesis.js"));
    command.add(Integer.toString(ports.kinesis()));
    command.add(state.kinesis().toString());
    command.add(Integer.toString(SHARD_LIMIT));
    return command;
  }

  private List<String> tableCommand(Ports ports) {
    List<String> arguments = new ArrayList<>(List.of(Integer.toString(ports.dynamodb())));
    if (!tableInMemory) {
      arguments.add(state.dynamodb().toString());
    }
    return Jvm.command(
        tableInMemory ? "512m" : "256m",
        state.log("dynamodb"),
        TableServer.class,
        arguments.toArray(new String[0]));
  }

  /**
   * Waits for the line that both emulators print. That somebody answers on the port would not do:
   * it could be somebody else.
   */
  private static void awaitListening(ChildProcess child) {
    Waiting.until(PATIENCE, () -> child.hasSaid(LISTENS) || child.running().isEmpty());
    if (child.running().isEmpty()) {
      throw new Problem(
          String.format(
              "The %s ended at once (%s); see %s.", child.name(), child.lastWords(), child.log()));
    }
    if (!child.hasSaid(LISTENS)) {
      throw new Problem(
          String.format(
              "The %s did not come up within %d seconds; see %s.",
              child.name(), PATIENCE.toSeconds(), child.log()));
    }
  }
}
