package io.shelfcast.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process that outlives the one that started it, known by a pid file.
 *
 * <p>The file holds the start time beside the pid, so that a pid which the system has given to
 * somebody else is never taken for ours, let alone signalled. The process leads a process group of
 * its own: Ctrl-C in the terminal reaches only the command in the foreground.
 */
public final class ChildProcess {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The start time is derived from the system's clock, which may be set in between. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private static final int LOG_BYTES_LOOKED_AT = 1 << 16;

  private final String name;
  private final Path pidFile;
  private final Path log;

  /** Where in the log the output of the process that this object started begins. */
  private long logStart;

  /** One line of a pid file: the pid and when that process started, in ms since the epoch. */
  record Mark(long pid, long startedAt) {}

  public ChildProcess(String name, LocalState state) {
    this.name = name;
    this.pidFile = state.pidFile(name);
    this.log = state.log(name);
  }

  public String name() {
    return name;
  }

  public Path log() {
    return log;
  }

  /**
   * Starts the command in the background, its output appended to the log.
   *
   * @throws Problem if it is running already or cannot be started
   */
  public void start(List<String> command) {
    if (running().isPresent()) {
      throw new Problem("The " + name + " runs already.");
    }
    List<String> shell =
        new ArrayList<>(List.of("bash", "-c", "set -m; \"$@\" >>\"$0\" 2>&1 </dev/null & echo $!"));
    shell.add(log.toString());
    shell.addAll(command);
    try {
      logStart = Files.exists(log) ? Files.size(log) : 0;
      Process starter =
          new ProcessBuilder(shell)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      String pid = new String(starter.getInputStream().readAllBytes()).trim();
      mark(ProcessHandle.of(Long.parseLong(pid)));
    } catch (IOException | NumberFormatException e) {
      throw new Problem("The " + name + " could not be started; see " + log + ".", e);
    }
  }

  /**
   * Makes this very process the one that the pid file names.
   *
   * @throws Problem if another one runs
   */
  void adoptThis() {
    ProcessHandle self = ProcessHandle.current();
    if (running().filter(p -> !p.equals(self)).isPresent()) {
      throw new Problem("The " + name + " runs already.");
    }
    try {
      mark(Optional.of(self));
    } catch (IOException e) {
      throw new Problem(pidFile + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private void mark(Optional<ProcessHandle> started) throws IOException {
    if (started.isPresent()) {
      ProcessHandle p = started.get();
      Mark mark = new Mark(p.pid(), startOf(p).toEpochMilli());
      Path written = Path.of(pidFile + "." + ProcessHandle.current().pid());
      JSON.writeValue(written.toFile(), mark);
      Files.move(written, pidFile, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** The process, if it is alive and is the one we started. */
  public Optional<ProcessHandle> running() {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    try {
      Mark mark = JSON.readValue(pidFile.toFile(), Mark.class);
      return ProcessHandle.of(mark.pid()).filter(p -> isSame(p, mark)).filter(p -> !isZombie(p));
    } catch (IOException e) {
      throw new Problem(pidFile + " is damaged; see which process it names and delete it.", e);
    }
  }

  private static boolean isSame(ProcessHandle process, Mark mark) {
    Duration apart =
        Duration.between(Instant.ofEpochMilli(mark.startedAt()), startOf(process)).abs();
    return process.isAlive() && apart.compareTo(CLOCK_TOLERANCE) <= 0;
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  /**
   * Dead but not yet waited for: in a container the first process may never do so. As long as other
   * threads than the first are dying it still holds its files and ports.
   */
  private static boolean isZombie(ProcessHandle process) {
    Path entry = Path.of("/proc/" + process.pid());
    try (Stream<Path> threads = Files.list(entry.resolve("task"))) {
      String stat = Files.readString(entry.resolve("stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() <= 1;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Asks the process to end, and kills it after the given time.
   *
   * @return whether it had been running
   */
  public boolean stop(Duration patience) {
    Optional<ProcessHandle> process = running();
    process.ifPresent(
        p -> {
          p.destroy();
          if (!hasEnded(patience)) {
            p.destroyForcibly();
            hasEnded(Duration.ofSeconds(10));
          }
        });
    forget();
    return process.isPresent();
  }

  /** Kills the process at once (SIGKILL), as a power failure would. */
  public void kill() {
    running().ifPresent(ProcessHandle::destroyForcibly);
    hasEnded(Duration.ofSeconds(10));
    forget();
  }

  /** Waits until the process has ended, at most so long. */
  public boolean hasEnded(Duration patience) {
    return Waiting.until(patience, () -> running().isEmpty());
  }

  private void forget() {
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new Problem(pidFile + " cannot be deleted: " + e.getMessage() + ".", e);
    }
  }

  /** Whether the process that this object started has printed a text. */
  public boolean hasSaid(String text) {
    try (SeekableByteChannel in = Files.newByteChannel(log)) {
      in.position(logStart);
      byte[] said = Channels.newInputStream(in).readNBytes(LOG_BYTES_LOOKED_AT);
      return new String(said, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  /** The last line of the log that says anything, for an error message. */
  public String lastWords() {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      return lines.filter(l -> !l.isBlank()).reduce("", (a, b) -> b).trim();
    } catch (IOException e) {
      return "";
    }
  }
}
