package io.shelfcast.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The packages of {@code infra/aws/package.json}: the CDK's command line and resource schemas. */
final class NodePackages {
  private final Path folder;

  /**
   * @param folder holds package.json, its lock file and, once installed, node_modules
   */
  NodePackages(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs what the lock file names, unless that has been done.
   *
   * @throws Problem if npm is missing or fails
   */
  void install() {
    Path lock = folder.resolve("package-lock.json");
    Path installed = folder.resolve("node_modules/.installed-lock.json");
    try {
      if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
        return;
      }
      new Commands(folder)
          .output(
              List.of(
                  "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
      Files.copy(lock, installed);
    } catch (IOException e) {
      throw new Problem("The packages of " + folder + " cannot be installed: " + e + ".", e);
    }
  }

  /** The command that runs the CDK's command line. */
  List<String> cdk() {
    return List.of("node", folder.resolve("node_modules/aws-cdk/bin/cdk").toString());
  }
}
