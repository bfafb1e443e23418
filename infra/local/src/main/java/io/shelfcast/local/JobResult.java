package io.shelfcast.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * What a job counted in its whole life, restarts included, left in a file when it ended.
 *
 * @param counts whole-numbered accumulators, by name
 */
public record JobResult(Map<String, Long> counts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static JobResult of(JobExecutionResult result) {
    Map<String, Long> counts = new TreeMap<>();
    result
        .getAllAccumulatorResults()
        .forEach(
            (name, value) -> {
              if (value instanceof Number number) {
                counts.put(name, number.longValue());
              }
            });
    return new JobResult(counts);
  }

  /** What the last job left; empty if it has not ended by itself. */
  static Optional<JobResult> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), JobResult.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new Problem(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  void write(Path file) throws IOException {
    Path half = file.resolveSibling("." + file.getFileName());
    JSON.writerWithDefaultPrettyPrinter().writeValue(half.toFile(), this);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }
}
