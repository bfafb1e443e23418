package io.shelfcast.bench;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a benchmark's report goes. */
public final class ReportOptions {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write figures and ratios to this file too.")
  private Path json;

  /** Tells what was found. */
  public void tell(Report report, CommandSpec spec) throws IOException {
    report.print(spec.commandLine().getOut());
    if (json != null) {
      report.write(json);
    }
  }
}
