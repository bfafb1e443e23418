package io.shelfcast.local;

import picocli.CommandLine.Option;

/** How the stack is started: its ports and the stream's shards. */
final class StackOptions {
  @Option(
      names = "--kinesis-port",
      paramLabel = "PORT",
      description = "Port of the stream (default: that of the last time, else 4567).")
  private Integer kinesis;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "PORT",
      description = "Port of the table (default: that of the last time, else 8000).")
  private Integer dynamodb;

  @Option(
      names = "--dashboard-port",
      paramLabel = "PORT",
      description = "Port of Flink's dashboard (default: that of the last time, else 8081).")
  private Integer dashboard;

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "2",
      description = "Shards of the stream, if it is new (default: ${DEFAULT-VALUE}).")
  private int shards;

  /**
   * @throws Problem unless 1 to 100
   */
  int shards() {
    if (shards < 1 || shards > 100) {
      throw new Problem("--shards must be 1 to 100, not " + shards + ".");
    }
    return shards;
  }

  /** The ports asked for; those not named are as the last time in this folder. */
  Ports ports(LocalState state) {
    Ports last = Ports.of(state);
    return new Ports(
        kinesis == null ? last.kinesis() : kinesis,
        dynamodb == null ? last.dynamodb() : dynamodb,
        dashboard == null ? last.dashboard() : dashboard);
  }
}
