package io.shelfcast.bench;

import io.shelfcast.trainer.backtest.PeakMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process has held since asked to forget, native memory included. */
public final class ResidentMemory {
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "5";

  private ResidentMemory() {}

  public static long peakMegabytes() {
    return PeakMemory.megabytes();
  }

  /** Begins anew; where the system cannot, the peak stays that of the whole process. */
  public static void forgetPeak() {
    if (Files.isWritable(RESET)) {
      try {
        Files.writeString(RESET, PEAK);
      } catch (IOException e) {
        throw new IllegalStateException("the peak of memory cannot be forgotten", e);
      }
    }
  }
}
