package io.shelfcast.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that holds everything Shelfcast keeps on this machine, and the names inside it. */
public final class LocalState {
  /**
   * Less free disk than this, in bytes, is refused: the stream alone grows by about 1 GB an hour.
   */
  private static final long LEAST_FREE_BYTES = 2L << 30;

  private final Path root;

  public LocalState(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** Where the stream emulator keeps its records. */
  public Path kinesis() {
    return root.resolve("kinesis");
  }

  /** Where the table emulator keeps its items. */
  public Path dynamodb() {
    return root.resolve("dynamodb");
  }

  /** Root of the lake, unless a command is told otherwise. */
  public Path lake() {
    return root.resolve("lake");
  }

  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  public Path savepoints() {
    return root.resolve("savepoints");
  }

  /** Scratch space of Flink and RocksDB. */
  public Path scratch() {
    return root.resolve("tmp");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /** The log of one of our processes. */
  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /** Who runs: one file a process. */
  public Path pidFile(String process) {
    return root.resolve("run").resolve(process + ".json");
  }

  /** Ports of the stack that was started last. */
  public Path ports() {
    return root.resolve("ports.json");
  }

  /** What the last job counted, once it has ended by itself. */
  public Path jobResult() {
    return root.resolve("job-result.json");
  }

  /** What the tills have sent, as they count it. */
  public Path ledger() {
    return root.resolve("ledger.json");
  }

  /** The job's settings in the form the managed runtime passes them. */
  public Path applicationProperties() {
    return root.resolve("application-properties.json");
  }

  /**
   * Creates the folders.
   *
   * @throws Problem if the folder cannot be written or its disk is nearly full
   */
  public void prepare() {
    try {
      for (Path folder : new Path[] {kinesis(), dynamodb(), lake(), logs(), scratch()}) {
        Files.createDirectories(folder);
      }
      Files.createDirectories(pidFile("any").getParent());
      long free = Files.getFileStore(root).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new Problem(
            String.format(
                "Only %d MB are free on the disk of %s; at least %d MB are needed.",
                free >> 20, root, LEAST_FREE_BYTES >> 20));
      }
    } catch (IOException e) {
      throw new Problem("The folder " + root + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  /** Deletes everything Shelfcast keeps in this folder, and nothing else. */
  void empty() throws IOException {
    for (Path folder :
        new Path[] {
          kinesis(),
          dynamodb(),
          lake(),
          checkpoints(),
          savepoints(),
          scratch(),
          logs(),
          pidFile("any").getParent()
        }) {
      deleteAll(folder);
    }
    Files.deleteIfExists(ports());
    Files.deleteIfExists(jobResult());
    Files.deleteIfExists(applicationProperties());
    Files.deleteIfExists(ledger());
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> found = Files.walk(folder)) {
      deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }

  /** From here on this process logs to a file of this name, unless it does already. */
  void logTo(String process) {
    if (System.getProperty("shelfcast.log") == null) {
      System.setProperty("shelfcast.log", log(process).toString());
    }
  }
}
