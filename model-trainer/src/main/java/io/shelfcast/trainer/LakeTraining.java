package io.shelfcast.trainer;

import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.boost.NativeXgboost;
import io.shelfcast.trainer.boost.TrainingFailed;
import io.shelfcast.trainer.publish.DecisionRecord;
import io.shelfcast.trainer.publish.ModelShelf;
import io.shelfcast.trainer.series.Histories;
import io.shelfcast.trainer.series.SpilledSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Training on a lake: reads one snapshot and judges against the newest bundle there; a winner is
 * published beside it.
 *
 * @see Training what happens in between
 */
public final class LakeTraining {
  private final Lake lake;
  private final ZoneId assumedZone;
  private final Clock clock;
  private final Progress progress;

  /** What a training on a lake came to, before anything is written. */
  public record Candidate(Training.Result result, String snapshot, Long champion) {
    DecisionRecord decision(Long sequence, Instant at) {
      return DecisionRecord.of(result, snapshot, sequence, champion, at);
    }
  }

  /**
   * @param assumedZone of a store that has not said its own
   * @param clock tells when bundles are made; nothing is decided by it
   */
  public LakeTraining(Lake lake, ZoneId assumedZone, Clock clock, Progress progress) {
    this.lake = lake;
    this.assumedZone = assumedZone;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Trains and judges; writes nothing.
   *
   * @param asOf last day that may be known, or empty for all days
   * @throws TrainingFailed if the data does not suffice
   * @throws io.shelfcast.lake.LakeException if the lake fails
   */
  public Candidate train(Snapshot snapshot, Optional<LocalDate> asOf, TrainingSettings settings) {
    NativeXgboost.require();
    try (SpilledSeries source = spill(snapshot, asOf)) {
      return train(source, settings);
    }
  }

  /**
   * Trains and judges on what was read of a snapshot already.
   *
   * @param histories named as the snapshot is
   */
  public Candidate train(Histories histories, TrainingSettings settings) {
    Optional<ModelBundle> champion = new ModelShelf(lake.files()).champion(progress);
    Training.Result result = new Training(histories, settings, progress).run(champion);
    return new Candidate(
        result, histories.name(), champion.map(ModelBundle::sequence).orElse(null));
  }

  /** Writes the bundle of a winner into the lake, and in any case the decision. */
  public DecisionRecord publish(Candidate candidate) {
    ModelShelf shelf = new ModelShelf(lake.files());
    Instant now = clock.instant();
    if (candidate.result().model().isEmpty()) {
      DecisionRecord decision = candidate.decision(null, now);
      progress.say("not published: " + decision.reason() + "; see " + shelf.keep(decision, now));
      return decision;
    }
    TrainedModel model = candidate.result().model().get();
    long sequence = shelf.publish(model, now, next -> candidate.decision(next, now));
    progress.say("published bundle " + sequence + ": " + candidate.result().verdict().reason());
    return candidate.decision(sequence, now);
  }

  /** Writes the bundle of a winner into a folder, manifest last, and in any case the decision. */
  public void write(Candidate candidate, Path folder) throws IOException {
    Instant now = clock.instant();
    Optional<TrainedModel> model = candidate.result().model();
    Long sequence = model.isEmpty() ? null : (Long) new ModelShelf(lake.files()).next();
    Files.write(folder.resolve(ModelShelf.DECISION), candidate.decision(sequence, now).json());
    if (model.isPresent()) {
      Files.write(folder.resolve(BundleFolder.MODEL), model.get().ubj());
      Files.write(
          folder.resolve(BundleFolder.MANIFEST),
          ModelBundle.write(model.get().manifest(sequence, now)));
    }
    progress.say(candidate.result().verdict().reason());
  }

  /**
   * A snapshot as series, as far as it had arrived by the end of a day.
   *
   * @throws TrainingFailed if the lake is empty
   */
  public SpilledSeries spill(Snapshot snapshot, Optional<LocalDate> asOf) {
    int last = snapshot.lastDay(LakeTable.EVENTS).orElseThrow(LakeTraining::empty);
    int first = snapshot.firstDay(LakeTable.EVENTS).orElseThrow(LakeTraining::empty);
    long through = endOf(asOf, assumedZone);
    long rows = snapshot.countRows(LakeTable.EVENTS);
    try (Progress.Stage stage = progress.stage("reading " + snapshot.name(), rows)) {
      return SpilledSeries.of(
          snapshot.name(),
          new CountedEvents(snapshot.events(first, last), stage),
          rows,
          assumedZone,
          through);
    }
  }

  /** The last instant of a day, in milliseconds since the epoch; never, without one. */
  public static long endOf(Optional<LocalDate> asOf, ZoneId zone) {
    return asOf.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli())
        .orElse(Long.MAX_VALUE);
  }

  private static TrainingFailed empty() {
    return new TrainingFailed("the lake holds no events", null);
  }
}
