package io.shelfcast.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checkpoints and savepoints that jobs have left behind.
 *
 * <p>Flink writes the file {@code _metadata} last; a folder without it is one that a dying job did
 * not finish.
 */
final class Checkpoints {
  private static final String METADATA = "_metadata";

  /** The metadata lies at most at JOB/chk-N/_metadata below each root. */
  private static final int DEPTH = 3;

  private Checkpoints() {}

  /** The folder of the newest complete one below any of the roots. */
  static Optional<Path> newest(List<Path> roots) {
    return roots.stream()
        .flatMap(Checkpoints::complete)
        .max(Comparator.comparing(Checkpoints::writtenAt))
        .map(Path::getParent);
  }

  private static Stream<Path> complete(Path root) {
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files.filter(f -> f.endsWith(METADATA)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime writtenAt(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
