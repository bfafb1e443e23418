package io.shelfcast.bench.pipeline;

import io.shelfcast.lake.Lake;
import io.shelfcast.model.BundleFolder;
import io.shelfcast.trainer.publish.ModelShelf;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How the folder of a benchmark is laid out.
 *
 * @param folder all of it
 */
public record Place(Path folder) {
  /** The records of the current load. */
  public Path script() {
    return folder.resolve("script");
  }

  /** A lake with nothing but a bundle. */
  public Path lake() {
    return folder.resolve("lake");
  }

  public Path bundle() throws IOException {
    return newestBundle(lake());
  }

  /** The folder of a lake's newest complete bundle. */
  static Path newestBundle(Path lake) throws IOException {
    OptionalLong newest = new ModelShelf(Lake.open(lake).files()).newest();
    if (newest.isEmpty()) {
      throw new NoSuchFileException(lake.toString(), null, "no bundle in it");
    }
    return lake.resolve(BundleFolder.path(newest.getAsLong()));
  }

  Path model() throws IOException {
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
