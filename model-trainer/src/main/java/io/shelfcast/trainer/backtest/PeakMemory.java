package io.shelfcast.trainer.backtest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process has held. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /** In megabytes: resident, native memory included, where the system tells it; else the heap. */
  public static long megabytes() {
    try {
      if (Files.isReadable(STATUS)) {
        return Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseGet(PeakMemory::heap);
      }
    } catch (IOException e) {
      return heap();
    }
    return heap();
  }

  private static long heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() >> 20;
  }
}
