package io.shelfcast.bench.pipeline;

import io.shelfcast.model.BundleFolder;
import java.nio.file.Path;

/**
 * How the folder of a benchmark is laid out.
 *
 * @param folder all of it
 */
public record Place(Path folder) {
  private static final int SEQUENCE = 1;

  /** The records of the current load. */
  public Path script() {
    return folder.resolve("script");
  }

  /** A lake with nothing but a bundle. */
  public Path lake() {
    return folder.resolve("lake");
  }

  public Path bundle() {
    return bundleIn(lake());
  }

  static Path bundleIn(Path lake) {
    return lake.resolve(BundleFolder.path(SEQUENCE));
  }

  Path model() {
    return bundle().resolve(BundleFolder.MODEL);
  }

  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** What a job begins with. */
  public Path savepoint(Contestant contestant) {
    return folder.resolve("begin-" + contestant.json());
  }
}
