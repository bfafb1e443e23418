package io.shelfcast.bench.freshness;

import io.shelfcast.bench.Machine;
import io.shelfcast.bench.Report;
import io.shelfcast.bench.ReportOptions;
import io.shelfcast.bench.ScratchFolder;
import io.shelfcast.bench.freshness.FreshnessProbe.Measured;
import io.shelfcast.bench.pipeline.BundleOption;
import io.shelfcast.bench.pipeline.Place;
import io.shelfcast.local.Problem;
import io.shelfcast.trainer.ConsoleProgress;
import io.shelfcast.trainer.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench freshness}: from the stream to the table, through both emulators. */
@Command(
    name = "freshness",
    description = {
      "Time from an event's arrival on the stream to the acknowledged write of a target that",
      "reflects it, by day and around midnight, and what writes cost against one with each event."
    },
    sortOptions = false)
public final class FreshnessCommand implements Callable<Integer> {
  private static final int ASKED_RATE = 500;
  private static final String MIDNIGHT = "midnight";
  private static final String RETAIL = "retail";

  /** What can be played. */
  enum Part {
    /** Bursts, at several rates, with coalescing and without. */
    DAY,
    MIDNIGHT,
    /** A day with few events of each store-product; counts writes only. */
    RETAIL
  }

  @Spec private CommandSpec spec;
  @Mixin private ReportOptions report;
  @Mixin private BundleOption bundle;

  @Option(
      names = "--parts",
      split = ",",
      defaultValue = "DAY,MIDNIGHT,RETAIL",
      description = "What is played: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Set<Part> parts;

  @Option(
      names = "--rates",
      split = ",",
      paramLabel = "N",
      defaultValue = "100,500,1000",
      description = "Events a second by day (default: ${DEFAULT-VALUE}).")
  private List<Integer> rates;

  @Option(
      names = "--midnight-store-products",
      paramLabel = "N",
      defaultValue = "5000",
      description = {
        "Store-products that close their day; with 100000 the night takes an hour, with fewer it",
        "passes faster, and as many close in a second (default: ${DEFAULT-VALUE})."
      })
  private int midnightStoreProducts;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Runs of each trial, in turn (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    if (parts.contains(Part.DAY) && !rates.contains(ASKED_RATE)) {
      throw new Problem("--rates needs " + ASKED_RATE + " among others: goals are set for it.");
    }
    Progress progress = ConsoleProgress.of(spec);
    progress.say(Machine.described());
    try (ScratchFolder scratch = ScratchFolder.create()) {
      Place place = new Place(scratch.path());
      bundle.provide(place, progress);
      Stage stage = new Stage(place);
      Map<String, Trial> trials = trials();
      Map<String, List<Measured>> measured = new LinkedHashMap<>();
      for (int round = 1; round <= rounds; round++) {
        for (Map.Entry<String, Trial> trial : trials.entrySet()) {
          Measured run = stage.run(trial.getValue());
          progress.say(described(trial.getKey(), round, run));
          measured.computeIfAbsent(trial.getKey(), absent -> new ArrayList<>()).add(run);
        }
      }
      report.tell(compared(measured, stage), spec);
    }
    return 0;
  }

  private static String hot(int rate, int coalescingMillis) {
    return rate + "/s " + (coalescingMillis == 0 ? "each" : "coalesced");
  }

  private Map<String, Trial> trials() {
    Map<String, Trial> trials = new LinkedHashMap<>();
    if (parts.contains(Part.DAY)) {
      for (int coalescing : new int[] {Trials.COALESCED, 0}) {
        for (int rate : rates) {
          trials.put(hot(rate, coalescing), Trials.hot(rate, coalescing));
        }
      }
    }
    if (parts.contains(Part.MIDNIGHT)) {
      trials.put(MIDNIGHT, Trials.midnight(ASKED_RATE, midnightStoreProducts));
    }
    if (parts.contains(Part.RETAIL)) {
      trials.put(RETAIL, Trials.retail());
    }
    return trials;
  }

  private Report compared(Map<String, List<Measured>> measured, Stage stage) throws Exception {
    FreshnessReport told = new FreshnessReport();
    measured.forEach(
        (trial, runs) -> {
          if (trial.equals(RETAIL)) {
            told.addUnits(trial, runs);
          } else {
            told.add(trial, runs);
          }
        });
    if (parts.contains(Part.DAY)) {
      String asked = hot(ASKED_RATE, Trials.COALESCED);
      Trial trial = Trials.hot(ASKED_RATE, Trials.COALESCED);
      told.mostSeconds("p99Seconds", asked)
          .mostUnits("writeUnitsVsEach", asked, stage.unitsOfEachEvent(trial), 0.05);
    }
    if (parts.contains(Part.MIDNIGHT)) {
      told.mostSeconds("p99SecondsMidnight", MIDNIGHT);
    }
    if (parts.contains(Part.RETAIL)) {
      double each = stage.unitsOfEachEvent(Trials.retail());
      told.mostUnits("writeUnitsVsEachRetail", RETAIL, each, 0.5);
    }
    return told.report();
  }

  private static String described(String trial, int round, Measured run) {
    return String.format(
        "%s, round %d: p99 %,d ms of the oldest, %,d ms of the newest event, %,d puts and %,.0f"
            + " units for %,d events",
        trial,
        round,
        run.writes().oldest().p99(),
        run.writes().newest().p99(),
        run.writes().puts(),
        run.writes().units(),
        run.events());
  }
}
