package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
  private static final List<String> SLEEP = List.of("sleep", "60");
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;
  private LocalState state;
  private ChildProcess child;

  @BeforeEach
  void prepare() {
    state = new LocalState(folder);
    state.prepare();
    child = new ChildProcess("sleeper", state);
  }

  @Test
  void anotherCommandFindsAndEndsWhatThisOneStarted() {
    child.start(SLEEP);
    ProcessHandle process = child.running().orElseThrow();

    assertTrue(new ChildProcess("sleeper", state).stop(SOON));

    assertFalse(process.isAlive() && child.running().isPresent());
    assertFalse(child.stop(SOON), "there is nothing left to end");
  }

  @Test
  void aProcessIsNotStartedTwice() {
    child.start(SLEEP);
    try {
      Problem refused = assertThrows(Problem.class, () -> child.start(SLEEP));
      assertEquals("The sleeper runs already.", refused.getMessage());
    } finally {
      child.kill();
    }
  }

  @Test
  void aPidThatTheSystemGaveToSomebodyElseIsNeverSignalled() throws IOException {
    Process stranger = new ProcessBuilder(SLEEP).start();
    try {
      long anHourAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
      Files.writeString(
          state.pidFile("sleeper"),
          String.format("{\"pid\":%d,\"startedAt\":%d}", stranger.pid(), anHourAgo));

      assertTrue(child.running().isEmpty());
      assertFalse(child.stop(SOON));
      child.kill();

      assertTrue(stranger.isAlive());
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void whatAProcessSaidIsInItsLogWithItsLastWords() {
    child.start(List.of("bash", "-c", "echo one; echo 'two, alas' >&2"));

    assertTrue(Waiting.until(SOON, () -> child.lastWords().equals("two, alas")));
    assertTrue(child.hasSaid("one"));
    assertTrue(child.hasEnded(SOON));
    child.start(SLEEP);
    assertFalse(child.hasSaid("one"), "that was another process");
    child.kill();
  }

  @Test
  void aProcessThatIgnoresTheRequestIsKilled() {
    child.start(List.of("bash", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"));
    assertTrue(Waiting.until(SOON, () -> child.lastWords().equals("ready")));

    assertTrue(child.stop(Duration.ofMillis(300)));

    assertTrue(child.running().isEmpty());
  }
}
