package io.shelfcast.bench.pipeline;

import io.shelfcast.bench.SalesLake;
import io.shelfcast.lake.Lake;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.LakeTraining;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.backtest.SalesFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The model bundle that pipelines are measured with: trained as any is, on real sales. */
final class Bundle {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_JUDGED = 4_000;

  private Bundle() {}

  /** Trains one and publishes it in a lake, which then holds the sales too. */
  static void publish(Path salesFolder, Path folder, Progress progress) {
    Lake lake = SalesLake.backfilled(SalesFiles.Known.STORE_ITEM, salesFolder, folder);
    LakeTraining training = new LakeTraining(lake, ZoneOffset.UTC, Clock.systemUTC(), progress);
    int threads = Runtime.getRuntime().availableProcessors();
    training.publish(
        training.train(
            lake.latest(),
            Optional.empty(),
            new TrainingSettings(threads, MOST_ROWS, MOST_JUDGED, 1, true)));
  }

  /** Takes the newest bundle of another lake, if today's job could use it. */
  static void copy(Path fromLake, Path toLake) throws IOException, RefusedBundle {
    Path from = Place.newestBundle(fromLake);
    ModelBundle.read(from);
    Path to = toLake.resolve(BundleFolder.ALL).resolve(from.getFileName());
    Files.createDirectories(to);
    for (String file : List.of(BundleFolder.MODEL, BundleFolder.MANIFEST)) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }
}
