package io.shelfcast.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDK 25 that Trino needs: {@code JAVA25_HOME}, or one where installers put JDKs. */
final class Jdk25 {
  private static final String VARIABLE = "JAVA25_HOME";
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/jvm"),
          Path.of("/opt"),
          Path.of("/Library/Java/JavaVirtualMachines"),
          Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
          Path.of(System.getProperty("user.home"), ".jdks"));

  private Jdk25() {}

  /**
   * Its {@code java}; empty if none is installed.
   *
   * @throws IllegalStateException if the variable names something else
   */
  static Optional<Path> java() {
    String named = System.getenv(VARIABLE);
    if (named == null || named.isEmpty()) {
      return FOLDERS.stream()
          .flatMap(Jdk25::below)
          .filter(Jdk25::is25)
          .map(Jdk25::java)
          .findFirst();
    }
    Path home = Path.of(named);
    if (!is25(home)) {
      throw new IllegalStateException(VARIABLE + " is " + named + ", which is no JDK 25.");
    }
    return Optional.of(java(home));
  }

  private static Stream<Path> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .sorted()
          .flatMap(home -> Stream.of(home, home.resolve("Contents/Home")))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every JDK says in its file {@code release} what it is. */
  private static boolean is25(Path home) {
    Path release = home.resolve("release");
    try {
      return Files.isRegularFile(release)
          && Files.isExecutable(java(home))
          && Files.readString(release).contains("JAVA_VERSION=\"25");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path java(Path home) {
    return home.resolve("bin/java");
  }
}
