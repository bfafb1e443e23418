package io.shelfcast.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** One training in a process of its own, so that it takes its memory with it when it is done. */
final class TrainingRun {
  /** Enough for a good model, few enough for somebody who watches. */
  private static final String ROWS = "300000";

  private static final String HEAP = "1500m";

  private final Process process;
  private final Path log;

  private TrainingRun(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a training whose progress the user sees. */
  static TrainingRun shown(LocalState state, Path lake) {
    return start(state, lake, Redirect.INHERIT);
  }

  /** Starts a training whose progress goes to its log. */
  static TrainingRun quiet(LocalState state, Path lake) {
    return start(state, lake, Redirect.appendTo(state.log("train").toFile()));
  }

  private static TrainingRun start(LocalState state, Path lake, Redirect out) {
    Path log = state.log("train");
    List<String> command =
        Jvm.command(
            HEAP, log, Shelfcast.class, "train", "--lake", lake.toString(), "--most-rows", ROWS);
    try {
      return new TrainingRun(
          new ProcessBuilder(command).redirectOutput(out).redirectError(out).start(), log);
    } catch (IOException e) {
      throw new Problem("The training could not be started: " + e.getMessage() + ".", e);
    }
  }

  boolean isOver() {
    return !process.isAlive();
  }

  /**
   * Waits for the end.
   *
   * @throws Problem if it failed
   */
  void await() {
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new Problem("The training failed (exit code " + code + "); see " + log + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end();
    }
  }

  void end() {
    process.destroy();
  }
}
