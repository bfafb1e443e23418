package io.shelfcast.trainer;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Tests that call the trainer as a person does, and read what it says. */
abstract class CalledByHand {
  final StringWriter errors = new StringWriter();
  final StringWriter output = new StringWriter();

  /** The exit code. */
  final int run(String... args) {
    CommandLine line = TrainerMain.commandLine();
    line.setErr(new PrintWriter(errors));
    line.setOut(new PrintWriter(output));
    return line.execute(args);
  }
}
