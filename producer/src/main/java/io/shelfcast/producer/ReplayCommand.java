package io.shelfcast.producer;

import io.shelfcast.producer.replay.Dataset;
import io.shelfcast.producer.replay.Replay;
import io.shelfcast.producer.replay.ReplayOptions;
import io.shelfcast.producer.series.LineTally;
import io.shelfcast.producer.timeline.Pacer;
import io.shelfcast.producer.timeline.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: real sales are written to the stream as if they happened now. */
@Command(
    name = "replay",
    description = {
      "Writes real sales to the stream in the order in which they happened.",
      "",
      "Known by their headers: Online Retail (one file or both), Store Item Demand,",
      "FreshRetailNet (days or hours), the pasta set, and any CSV with the columns",
      "  date,storeId,productId,quantity",
      "and, where there are, unitPrice,promotion,stockoutShare,open,holiday,category.",
      "Event times are those of the data: run the job with source.clock=replay.",
      ""
    })
public final class ReplayCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files, plain or .gz.")
  private List<Path> files;

  @Option(
      names = "--stock",
      paramLabel = "policy|none",
      defaultValue = "none",
      description = {
        "policy: add the deliveries and counts of a plain replenishment",
        "(default: ${DEFAULT-VALUE})."
      })
  private Stock stock;

  @Option(
      names = "--sales-per-day",
      paramLabel = "N",
      defaultValue = "4",
      description = {
        "Most sales a day into which a day's total is split (default: ${DEFAULT-VALUE})."
      })
  private int salesPerDay;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of what goes wrong on the way (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private DataOptions data;
  @Mixin private PaceOptions pace;
  @Mixin private StreamOptions stream;
  @Spec private CommandSpec spec;

  private enum Stock {
    policy,
    none
  }

  @Override
  public Integer call() {
    double speedUp = pace.speedUp(Pacer.MAX_SPEED);
    ReplayOptions options =
        new ReplayOptions(
            data.terms(),
            stock == Stock.policy,
            salesPerDay,
            pace.tick(speedUp),
            pace.closeAfter(),
            pace.disturbance(seed));
    LineTally lines = new LineTally();
    Dataset dataset = data.open(files);
    try (Replay replay = new Replay(dataset, options, lines);
        Progress progress = Progress.bar("replay", replay.from(), replay.to())) {
      Delivery delivery = new Delivery(stream.address(), speedUp, stream.ledger(), lines, progress);
      int code = Interruptible.run(delivery, replay.timeline(), spec);
      spec.commandLine().getOut().println(account(lines));
      return code;
    }
  }

  /** What became of the lines, in one sentence. */
  static String account(LineTally lines) {
    String fates =
        lines.counts().entrySet().stream()
            .map(fate -> "%,d %s".formatted(fate.getValue(), fate.getKey().json()))
            .collect(Collectors.joining(", "));
    return "%,d lines read: %s.".formatted(lines.linesRead(), fates);
  }
}
