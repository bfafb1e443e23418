package io.shelfcast.bench.pipeline;

import io.shelfcast.bench.SalesSource;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.Progress;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which model the job is measured with. */
public final class BundleOption {
  @Mixin private SalesSource from;

  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      description = "Use the newest bundle of this lake (default: train one on store-item).")
  private Path lake;

  /** Puts the bundle where the job finds it. */
  public void provide(Place place, Progress progress) throws IOException, RefusedBundle {
    if (lake == null) {
      Bundle.publish(sales(), place.lake(), progress);
    } else {
      Bundle.copy(lake, place.lake());
    }
  }

  /** The folder that holds the data sets. */
  Path sales() {
    return from.folder();
  }
}
