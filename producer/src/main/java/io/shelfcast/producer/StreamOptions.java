package io.shelfcast.producer;

import io.shelfcast.producer.send.KinesisAddress;
import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which stream is written, and where the ledger is kept. */
final class StreamOptions {
  @Option(
      names = "--stream",
      paramLabel = "NAME",
      defaultValue = "pos-events",
      description = "Name of the stream (default: ${DEFAULT-VALUE}).")
  private String stream;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "us-east-1",
      description = "Region of the stream (default: ${DEFAULT-VALUE}).")
  private String region;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:4567",
      description = "Address of Kinesis (default: ${DEFAULT-VALUE}).")
  private URI endpoint;

  @Option(names = "--aws", description = "Write to the region's own Kinesis, not to an endpoint.")
  private boolean aws;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      defaultValue = ".shelfcast/ledger.json",
      description = "Where to keep the count of what was sent (default: ${DEFAULT-VALUE}).")
  private Path ledger;

  KinesisAddress address() {
    return new KinesisAddress(stream, region, aws ? null : endpoint);
  }

  Path ledger() {
    return ledger;
  }
}
