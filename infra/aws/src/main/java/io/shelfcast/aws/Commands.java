package io.shelfcast.aws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs commands of this machine in a folder. */
class Commands {
  private final Path folder;

  Commands(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs a command that talks to the user as this process does.
   *
   * @throws Problem if it cannot be run or fails
   */
  void run(List<String> command) {
    require(command, wait(command, start(command, new ProcessBuilder(command).inheritIO())), "");
  }

  /**
   * Runs a command and returns what it prints.
   *
   * @throws Problem if it cannot be run or fails, with what it said
   */
  String output(List<String> command) {
    Process process = start(command, new ProcessBuilder(command).redirectErrorStream(true));
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes()).trim();
      require(command, wait(command, process), ": " + said);
      return said;
    } catch (IOException e) {
      throw new Problem(command.get(0) + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private Process start(List<String> command, ProcessBuilder builder) {
    try {
      return builder.directory(folder.toFile()).start();
    } catch (IOException e) {
      throw new Problem(command.get(0) + " is needed and cannot be run: " + e.getMessage(), e);
    }
  }

  private static int wait(List<String> command, Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Problem("Interrupted during " + command.get(0) + ".", e);
    }
  }

  private static void require(List<String> command, int code, String said) {
    if (code != 0) {
      throw new Problem(String.join(" ", command) + " failed with exit code " + code + said + ".");
    }
  }
}
