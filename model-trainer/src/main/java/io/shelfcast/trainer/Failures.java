package io.shelfcast.trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;

/** What is told of a failure: one sentence, never a stack trace. */
final class Failures {
  private Failures() {}

  /** Prints the sentence and gives the exit code. */
  static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println(line.getCommandName() + ": " + sentence(e));
    return CommandLine.ExitCode.SOFTWARE;
  }

  static String sentence(Exception e) {
    if (e instanceof UncheckedIOException unchecked) {
      return sentence(unchecked.getCause());
    }
    if (e instanceof IOException io) {
      return sentence(io);
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** A file system says only which file; what happened to it is in the type. */
  private static String sentence(IOException e) {
    String what = e.getClass().getSimpleName().replace("Exception", "");
    boolean nameOnly = e instanceof FileSystemException file && file.getReason() == null;
    return nameOnly || e.getMessage() == null ? what + ": " + e.getMessage() : e.getMessage();
  }
}
