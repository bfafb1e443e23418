package io.shelfcast.bench.scale;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.Figure;
import io.shelfcast.bench.Machine;
import io.shelfcast.bench.Report;
import io.shelfcast.bench.ReportOptions;
import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.bench.pipeline.BundleOption;
import io.shelfcast.bench.pipeline.Place;
import io.shelfcast.trainer.ConsoleProgress;
import io.shelfcast.trainer.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench scale}: the job with ten thousand, a hundred thousand and a million keys. */
@Command(
    name = "scale",
    description = {
      "The streaming job with ever more store-products, each with a year of history: events for",
      "each second of a core, size and time of checkpoints, restore, the close of a day."
    },
    sortOptions = false)
public final class ScaleCommand implements Callable<Integer> {
  private static final int HISTORY_DAYS = 365;
  private static final String HEAP = "3g";

  @Spec private CommandSpec spec;
  @Mixin private ReportOptions report;
  @Mixin private BundleOption bundle;

  @Option(
      names = "--store-products",
      split = ",",
      paramLabel = "N",
      defaultValue = "10000,100000,1000000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes;

  @Override
  public Integer call() throws Exception {
    Progress progress = ConsoleProgress.of(spec);
    progress.say(Machine.described());
    Report told = new Report();
    Map<Integer, ScaleProbe.Measured> measured = new TreeMap<>();
    for (int size : sizes) {
      progress.say(String.format("%,d store-products", size));
      try (ScratchFolder scratch = ScratchFolder.create()) {
        Place place = new Place(scratch.path());
        bundle.provide(place, progress);
        measured.put(size, measure(size, place, told));
      }
    }
    ratios(measured, told);
    report.tell(told, spec);
    return 0;
  }

  private static ScaleProbe.Measured measure(int size, Place place, Report told)
      throws IOException, InterruptedException {
    String folder = place.folder().toString();
    String days = Integer.toString(HISTORY_DAYS);
    Files.createDirectories(place.checkpoints());
    SeedProbe.Measured seeded =
        new ChildJvm(SeedProbe.class, HEAP)
            .run(SeedProbe.Measured.class, folder, Integer.toString(size), days);
    ScaleProbe.Measured m =
        new ChildJvm(ScaleProbe.class, HEAP)
            .run(ScaleProbe.Measured.class, folder, Integer.toString(size), days);
    String keys = String.format("%,d: ", size);
    told.add(Figure.of(keys + "start from back-fill", "s", seeded.seconds()))
        .add(Figure.of(keys + "events", "1/s a core", m.eventsPerCore()))
        .add(Figure.of(keys + "state of a key without ids", "bytes", m.bytesAKey()))
        .add(Figure.of(keys + "state of an event of the window", "bytes", m.bytesAnId()))
        .add(Figure.of(keys + "full checkpoint", "MB", m.fullMegabytes()))
        .add(Figure.of(keys + "full checkpoint takes", "s", m.fullSeconds()))
        .add(Figure.of(keys + "checkpoint after a minute", "MB", m.incrementalMegabytes()))
        .add(Figure.of(keys + "checkpoint after a minute takes", "s", m.incrementalSeconds()))
        .add(Figure.of(keys + "close of the day", "s", m.closeSeconds()))
        .add(Figure.of(keys + "restore", "s", m.restoreSeconds()))
        .add(Figure.of(keys + "peak memory", "MB", m.peakMegabytes()));
    return m;
  }

  private void ratios(Map<Integer, ScaleProbe.Measured> measured, Report told) {
    int least = sizes.stream().mapToInt(Integer::intValue).min().orElseThrow();
    int most = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    ScaleProbe.Measured small = measured.get(least);
    ScaleProbe.Measured large = measured.get(most);
    told.atLeast("millionVsTenThousand", large.eventsPerCore() / small.eventsPerCore(), 0.6)
        .atMost("bytesAKey", large.bytesAKey(), 1_500)
        .atMost("incrementalShare", large.incrementalMegabytes() / large.fullMegabytes(), 0.05)
        .atMost("closeSeconds", large.closeSeconds(), 180);
  }
}
