package io.shelfcast.trainer.publish;

import io.shelfcast.lake.LakeFiles;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainedModel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** The model bundles of a lake and the decisions that led to them. */
public final class ModelShelf {
  /** The record beside a bundle. */
  public static final String DECISION = "decision.json";

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final LakeFiles files;

  public ModelShelf(LakeFiles files) {
    this.files = files;
  }

  /** Sequence of the newest complete bundle. */
  public OptionalLong newest() {
    return sequences(BundleFolder.MANIFEST).max();
  }

  private LongStream sequences(String holding) {
    return files.list(BundleFolder.ALL).stream()
        .map(file -> BundleFolder.sequenceBeside(file.path(), holding))
        .flatMapToLong(OptionalLong::stream);
  }

  /**
   * A complete bundle.
   *
   * @throws RefusedBundle if this code cannot use it
   */
  public ModelBundle bundle(long sequence) throws RefusedBundle {
    return ModelBundle.read(
        files.read(path(sequence, BundleFolder.MANIFEST)),
        files.read(path(sequence, BundleFolder.MODEL)));
  }

  /** The newest complete bundle, unless there is none or this code cannot use it. */
  public Optional<ModelBundle> champion(Progress progress) {
    OptionalLong newest = newest();
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    long sequence = newest.getAsLong();
    try {
      return Optional.of(bundle(sequence));
    } catch (RefusedBundle e) {
      progress.say("bundle " + sequence + " cannot be judged here: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Greater than the sequence of every bundle there is or is being published. */
  public long next() {
    return Math.max(sequences(DECISION).max().orElse(0), newest().orElse(0)) + 1;
  }

  /**
   * Publishes a model under the next free sequence. The decision is written first, which keeps the
   * sequence from any other trainer, and the manifest last, which makes the bundle visible.
   *
   * @param decision the record for a sequence
   * @return the sequence
   */
  public long publish(TrainedModel model, Instant at, LongFunction<DecisionRecord> decision) {
    long sequence = next();
    while (!files.putIfAbsent(path(sequence, DECISION), decision.apply(sequence).json())) {
      sequence++;
    }
    byte[] manifest = ModelBundle.write(model.manifest(sequence, at));
    files.write(path(sequence, BundleFolder.MODEL), out -> out.write(model.ubj()));
    files.write(path(sequence, BundleFolder.MANIFEST), out -> out.write(manifest));
    return sequence;
  }

  private static String path(long sequence, String file) {
    return BundleFolder.path(sequence) + "/" + file;
  }

  /** Keeps the decision not to publish; returns where. */
  public String keep(DecisionRecord decision, Instant at) {
    String path = BundleFolder.ALL + "/decisions/" + AT.format(at) + ".json";
    files.write(path, out -> out.write(decision.json()));
    return path;
  }
}
