package io.shelfcast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Node.js and npm, which the stream emulators need: nothing that speaks Kinesis runs on the JVM.
 */
final class Node {
  private static final int OLDEST = 18;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

  private final Path folder;
  private final Path log;

  /**
   * @param folder holds package.json, its lock file and, once installed, node_modules
   * @param log gets what npm says
   */
  Node(Path folder, Path log) {
    this.folder = folder;
    this.log = log;
  }

  /**
   * Installs the emulators from the lock file, unless that has been done.
   *
   * @throws Problem if Node is missing or too old, or npm fails
   */
  void install() {
    requireVersion();
    Path lock = folder.resolve("package-lock.json");
    Path installed = folder.resolve("node_modules/.installed-lock.json");
    try {
      if (Files.exists(installed) && Files.mismatch(lock, installed) < 0) {
        return;
      }
      // The one native package carries its binaries, so no script needs to run.
      int code =
          run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
      if (code != 0) {
        throw new Problem(
            "npm could not install the stream emulator (exit code " + code + "); see " + log + ".");
      }
      Files.copy(lock, installed);
    } catch (IOException e) {
      throw new Problem("The stream emulator could not be installed: " + e.getMessage() + ".", e);
    }
  }

  /** Whether a Node.js that is new enough is on the path. */
  static boolean isPresent() {
    Matcher m = VERSION.matcher(version());
    return m.matches() && Integer.parseInt(m.group(1)) >= OLDEST;
  }

  private static void requireVersion() {
    if (!isPresent()) {
      String found = version().isEmpty() ? "" : ", not " + version();
      throw new Problem("Node.js 18 or newer is needed for the local stream" + found + ".");
    }
  }

  /** What node says of itself; empty if there is none. */
  private static String version() {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      return new String(node.getInputStream().readAllBytes()).trim();
    } catch (IOException e) {
      return "";
    }
  }

  private int run(String... command) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new Problem("npm is needed to install the local stream; install it with Node.js.", e);
    }
    try {
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroy();
        throw new Problem("npm did not finish within 10 minutes; see " + log + ".");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Problem("Interrupted while npm was installing.", e);
    }
  }

  /** The command that runs one of our scripts. */
  List<String> script(String name) {
    return List.of("node", folder.resolve(name).toString());
  }
}
