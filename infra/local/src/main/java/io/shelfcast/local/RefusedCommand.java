package io.shelfcast.local;

import io.shelfcast.event.RefusedRecord;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Shows the records that the job refused, and sends them again. */
@Command(
    name = "refused",
    description = "Shows the records that are no event and why, and sends them again.",
    synopsisSubcommandLabel = "list|replay")
final class RefusedCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", description = "Counts refused records by reason, with one of each.")
  void list(
      @Mixin StateOption where,
      @Mixin LakeOption lake,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Only where the reason contains this text; shows every record.")
          String reason) {
    PrintWriter out = spec.commandLine().getOut();
    LocalState state = where.state();
    try (Stream<RefusedRecord> records =
        new RefusedRecords(lake.open(state).refresh()).because(reason)) {
      if (reason.isEmpty()) {
        Map<String, Tally> tallies = new TreeMap<>();
        records.forEach(r -> tallies.computeIfAbsent(r.reason(), any -> new Tally(r)).add());
        tallies.values().stream()
            .sorted(Comparator.comparingLong((Tally t) -> t.count).reversed())
            .forEach(t -> out.printf("%,9d  %s%n           as in %s%n", t.count, t.reason, t.raw));
      } else {
        records.forEach(
            r -> out.println(Instant.ofEpochMilli(r.arrivedAt()) + "  " + shown(r.raw())));
      }
    }
  }

  @Command(
      name = "replay",
      description = {
        "Sends refused records to the stream again, byte for byte.",
        "What is still no event is refused again; what was applied before is a duplicate."
      })
  void replay(
      @Mixin StateOption where,
      @Mixin LakeOption lake,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Only where the reason contains this text.")
          String reason,
      @Option(
              names = "--region",
              paramLabel = "REGION",
              description = "Region of a stream in AWS (default: the stream of this machine).")
          String region,
      @Option(
              names = "--stream",
              paramLabel = "NAME",
              defaultValue = PosStream.NAME,
              description = "Name of the stream (default: ${DEFAULT-VALUE}).")
          String name) {
    LocalState state = where.state();
    long[] sent = new long[1];
    try (Stream<RefusedRecord> records =
            new RefusedRecords(lake.open(state).refresh()).because(reason);
        KinesisClient kinesis = kinesis(state, region);
        RawRecords stream = new RawRecords(kinesis, name)) {
      records.forEach(
          r -> {
            stream.send(r.raw());
            sent[0]++;
          });
    }
    spec.commandLine().getOut().printf("Sent %,d records again.%n", sent[0]);
  }

  private static KinesisClient kinesis(LocalState state, String region) {
    return region == null
        ? LocalAws.kinesis(Ports.of(state))
        : KinesisClient.builder()
            .region(Region.of(region))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** Enough of a record for a person to see what is wrong. */
  private static String shown(byte[] raw) {
    String text = new String(raw, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "�");
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  private static final class Tally {
    private final String reason;
    private final String raw;
    private long count;

    Tally(RefusedRecord first) {
      reason = first.reason();
      raw = shown(first.raw());
    }

    void add() {
      count++;
    }
  }
}
