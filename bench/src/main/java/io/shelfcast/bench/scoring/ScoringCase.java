package io.shelfcast.bench.scoring;

import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.RowSearch;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.backtest.SalesFiles;
import io.shelfcast.trainer.boost.Recipe;
import io.shelfcast.trainer.boost.TreeTrainer;
import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.rows.JudgedForecast;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.series.SeriesSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What scorers are compared on: a model that the trainer's own code grew on real sales, and real
 * forecasts that it did not learn from. Kept in files, since each round runs in a fresh JVM.
 *
 * @param ubj the model
 * @param forecasts one after the other, each {@link #ROWS} × {@link #FEATURES} numbers
 */
record ScoringCase(byte[] ubj, float[] forecasts) {
  static final int ROWS = FeatureSchema.ROWS;
  static final int FEATURES = FeatureSchema.count();

  private static final int MOST_FORECASTS = 256;
  private static final int MOST_ROWS = 300_000;
  private static final int MOST_JUDGED = 4_000;
  private static final String MODEL = "model.ubj";
  private static final String FORECASTS = "forecasts";

  /** Trains on some sales. */
  static ScoringCase of(SalesFiles.Known sales, Path from, int trees, Progress progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    TrainingSettings settings = new TrainingSettings(threads, MOST_ROWS, MOST_JUDGED, 1, true);
    try (SeriesSource source = SalesFiles.read(sales.in(from), 0, progress)) {
      FoldPlan folds = FoldPlan.of(source.firstDay(), source.lastDay(), OptionalInt.empty());
      RowSearch search = new RowSearch(source, folds, settings, progress);
      RowSet rows = search.rows(search.survey(), Optional.empty());
      int cut = folds.cuts().get(0);
      byte[] ubj =
          new TreeTrainer(threads, (grown, of) -> {})
              .grow(
                  rows.learning(),
                  day -> day <= cut,
                  Recipe.forRows(rows.learning().size(), 1).withTrees(trees))
              .ubj();
      return new ScoringCase(ubj, sample(rows.judged()));
    }
  }

  private static float[] sample(List<JudgedForecast> judged) {
    int count = Math.min(MOST_FORECASTS, judged.size());
    float[] sample = new float[count * ROWS * FEATURES];
    for (int i = 0; i < count; i++) {
      float[] rows = judged.get((int) ((long) i * judged.size() / count)).rows();
      System.arraycopy(rows, 0, sample, i * ROWS * FEATURES, ROWS * FEATURES);
    }
    return sample;
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(MODEL), ubj);
    ByteBuffer bytes = ByteBuffer.allocate(forecasts.length * Float.BYTES);
    bytes.asFloatBuffer().put(forecasts);
    Files.write(folder.resolve(FORECASTS), bytes.array());
  }

  static ScoringCase read(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(FORECASTS));
    float[] forecasts = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(forecasts);
    return new ScoringCase(Files.readAllBytes(folder.resolve(MODEL)), forecasts);
  }

  /** Number of rows. */
  int rows() {
    return forecasts.length / FEATURES;
  }

  /** Copies some rows, from the given one on. */
  void copy(int fromRow, float[] into) {
    System.arraycopy(forecasts, fromRow * FEATURES, into, 0, into.length);
  }
}
