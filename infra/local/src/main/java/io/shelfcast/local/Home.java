package io.shelfcast.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the checkout, where the stream emulator's packages are declared. */
final class Home {
  private Home() {}

  /**
   * @throws Problem if this does not run from a checkout
   */
  static Path folder() {
    String given = System.getProperty("shelfcast.home");
    for (Path f = Path.of(given == null ? "" : given).toAbsolutePath();
        f != null;
        f = f.getParent()) {
      if (Files.exists(f.resolve("infra/local/package.json"))) {
        return f;
      }
    }
    throw new Problem("The checkout of Shelfcast was not found; start with its script run.");
  }

  static Path emulators() {
    return folder().resolve("infra/local");
  }
}
