package io.shelfcast.bench.pipeline;

import io.shelfcast.model.BundleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

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

  /** The folder of a lake's newest bundle. */
  static Path newestBundle(Path lake) throws IOException {
    Path all = lake.resolve(BundleFolder.ALL);
    try (Stream<Path> folders = Files.list(all)) {
      return folders
          .filter(folder -> BundleFolder.sequence(folder.getFileName().toString()).isPresent())
          .max(Comparator.comparing(Path::getFileName))
          .orElseThrow(() -> new NoSuchFileException(all.toString(), null, "no bundle in it"));
    }
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
