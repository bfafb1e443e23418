package io.shelfcast.producer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the real data sets, which are never part of the project; without them a test is skipped.
 */
public final class RealData {
  private static final String PROPERTY = "shelfcast.data";

  private RealData() {}

  /**
   * A file of the data folder: system property shelfcast.data, or ../shared/data of the project.
   */
  public static Path file(String name) {
    String folder = System.getProperty(PROPERTY, "../../shared/data");
    Path file = Path.of(folder).resolve(name);
    assumeTrue(
        Files.exists(file),
        () ->
            "skipped: no real data at "
                + file.toAbsolutePath().normalize()
                + ", set -D"
                + PROPERTY);
    return file;
  }
}
