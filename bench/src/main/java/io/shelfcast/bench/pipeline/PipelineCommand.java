package io.shelfcast.bench.pipeline;

import io.shelfcast.bench.ChildJvm;
import io.shelfcast.bench.Figure;
import io.shelfcast.bench.Machine;
import io.shelfcast.bench.Report;
import io.shelfcast.bench.ReportOptions;
import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.bench.pipeline.PipelineProbe.Measured;
import io.shelfcast.trainer.ConsoleProgress;
import io.shelfcast.trainer.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench pipeline}: the job itself, a tutorial's job, and Flink's own floor. */
@Command(
    name = "pipeline",
    description = {
      "The streaming job on RocksDB with checkpoints, from a bounded source into a counting sink:",
      "events for each second of a core, against a job as a tutorial would write it and against",
      "what Flink itself costs."
    },
    sortOptions = false)
public final class PipelineCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReportOptions report;
  @Mixin private BundleOption bundle;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Runs of each job, in turn (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--load",
      split = ",",
      defaultValue = "HOT,RETAIL,ONLINE_RETAIL",
      description = "Loads: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private List<Load> loads;

  @Option(
      names = "--hot-store-products",
      paramLabel = "N",
      defaultValue = "4000",
      description = {
        "Store-products of the hot load: a tenth of the events",
        "this machine takes a second (default: ${DEFAULT-VALUE})."
      })
  private int hotStoreProducts;

  @Override
  public Integer call() throws Exception {
    Progress progress = ConsoleProgress.of(spec);
    progress.say(Machine.described());
    Report told = new Report();
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Place place = new Place(scratch.path());
      bundle.provide(place, progress);
      for (Load load : loads) {
        compare(load, place, progress, told);
      }
      ratios(told);
      report.tell(told, spec);
    }
    return 0;
  }

  private void compare(Load load, Place place, Progress progress, Report told) throws Exception {
    Scene scene = Scene.of(load, hotStoreProducts, bundle.sales());
    progress.say(
        String.format("%s: %,d store-products", load.json(), scene.shop().storeProducts()));
    scene.write(place);
    Map<Contestant, List<Measured>> measured = new TreeMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : Contestant.values()) {
        progress.say(String.format("%s, round %d: %s", load.json(), round, contestant.json()));
        measured
            .computeIfAbsent(contestant, absent -> new ArrayList<>())
            .add(run(contestant, load, place));
      }
    }
    measured.forEach(
        (contestant, runs) ->
            told.add(
                Figure.of(
                    load + " " + contestant, "events/s a core", runs, Measured::eventsPerCore)));
    tellOfOurs(load, scene, measured.get(Contestant.SHELFCAST), told);
    scene.delete(place);
  }

  private static Measured run(Contestant contestant, Load load, Place place)
      throws IOException, InterruptedException {
    try (ScratchFolder checkpoints = ScratchFolder.of(place.checkpoints())) {
      Files.createDirectories(checkpoints.path());
      return new ChildJvm(PipelineProbe.class, "1500m")
          .run(
              Measured.class,
              contestant.name(),
              load.name(),
              place.folder().toString(),
              Integer.toString(load.firstMeasured(contestant)),
              Integer.toString(load.lastMeasured(contestant)));
    }
  }

  private static void tellOfOurs(Load load, Scene scene, List<Measured> runs, Report told) {
    told.add(
        Figure.of(
            load + " events a store-product",
            "1/s",
            runs,
            run -> run.events() / run.seconds() / scene.shop().storeProducts()));
    told.add(Figure.of(load + " forest runs an event", "", runs, Measured::forestRuns));
    told.add(
        Figure.of(
            load + " forecasts",
            "1/s a core",
            runs,
            run -> run.forestRuns() * run.eventsPerCore()));
    told.add(
        Figure.of(
            load + " writes an event", "", runs, run -> run.writes() / (double) run.events()));
    for (Work work : Work.values()) {
      told.add(
          Figure.of(load + " time: " + work.json(), "", runs, run -> run.work().get(work.json())));
    }
  }

  private void ratios(Report told) {
    for (Load load : loads) {
      boolean hot = load == Load.HOT;
      String suffix = hot ? "" : load == Load.RETAIL ? "Retail" : "OnlineRetail";
      told.atLeast("vsNaive" + suffix, told.times(load + " SHELFCAST", load + " NAIVE"), 10);
      told.atLeast(
          "vsFloor" + suffix,
          told.times(load + " SHELFCAST", load + " FLOOR"),
          hot ? 1 / 3.0 : 0.15);
    }
  }
}
