package io.shelfcast.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the real sales lie that benchmarks run on. */
public final class SalesSource {
  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      defaultValue = "../shared/data",
      description = "Folder that holds the data sets (default: ${DEFAULT-VALUE}).")
  private Path folder;

  public Path folder() {
    return folder;
  }
}
