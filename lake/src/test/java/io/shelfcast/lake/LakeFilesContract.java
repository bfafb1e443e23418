package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every storage of a lake must do; a test of one extends this. */
public abstract class LakeFilesContract {
  private LakeFiles files;

  /** A lake without any file. */
  protected abstract LakeFiles emptyLake() throws IOException;

  @BeforeEach
  void openLake() throws IOException {
    files = emptyLake();
  }

  @Test
  void aFolderThatIsNotThereHasNoFiles() {
    assertEquals(List.of(), files.list("events"));
  }

  @Test
  void filesAreListedByPathAtAnyDepth() {
    write("events/day=2024-01-02/b.parquet", "22");
    write("events/day=2024-01-02/a.parquet", "1");
    write("events/day=2024-01-01/c.parquet", "");
    write("decisions/day=2024-01-01/d.parquet", "no");
    assertEquals(
        List.of(
            "events/day=2024-01-01/c.parquet 0",
            "events/day=2024-01-02/a.parquet 1",
            "events/day=2024-01-02/b.parquet 2"),
        files.list("events").stream()
            .map(file -> file.path() + " " + file.bytes())
            .collect(Collectors.toList()));
  }

  @Test
  void whatIsInProgressIsNotListed() {
    write("events/day=2024-01-01/.part.inprogress", "x");
    write("events/day=2024-01-01/_part.parquet", "x");
    write("events/_temporary/part.parquet", "x");
    write("events/.staging/part.parquet", "x");
    assertEquals(List.of(), files.list("events"));
  }

  @Test
  void aFileIsFoundWithItsSizeAndTime() {
    long before = System.currentTimeMillis();
    write("models/1/model.ubj", "abc");
    LakeFile found = files.find("models/1/model.ubj").orElseThrow();
    assertEquals("models/1/model.ubj", found.path());
    assertEquals(3, found.bytes());
    assertTrue(Math.abs(found.modifiedAt() - before) < 60_000, () -> "at " + found.modifiedAt());
    assertEquals(found.modifiedAt(), files.list("models").get(0).modifiedAt());
    assertTrue(files.find("models/2/model.ubj").isEmpty());
  }

  @Test
  void aFileIsReadFromAnyPosition() throws IOException {
    write("a", "0123456789");
    try (SeekableByteChannel channel = files.openRead("a")) {
      assertEquals(10, channel.size());
      assertEquals("789", read(channel.position(7)));
      assertEquals("23456789", read(channel.position(2)));
    }
    assertArrayEquals("0123456789".getBytes(StandardCharsets.UTF_8), files.read("a"));
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    for (Callable<?> read :
        List.<Callable<?>>of(() -> files.openRead("x/y"), () -> files.read("x/y"))) {
      LakeException e = assertThrows(LakeException.class, read::call);
      assertTrue(e.getMessage().contains("x/y"), e.getMessage());
    }
  }

  @Test
  void aWriteReplaces() {
    write("a/b", "long before");
    write("a/b", "now");
    assertEquals("now", text("a/b"));
  }

  @Test
  void aFailedWriteChangesNothing() {
    write("a/b", "before");
    for (String path : List.of("a/b", "a/c")) {
      assertThrows(
          LakeException.class,
          () ->
              files.write(
                  path,
                  out -> {
                    out.write(1);
                    throw new IOException("No space left on device");
                  }));
    }
    assertEquals("before", text("a/b"));
    assertEquals(1, files.list("a").size());
  }

  @Test
  void aFailedWriteSaysWhichFileAndWhy() {
    LakeException e =
        assertThrows(
            LakeException.class,
            () ->
                files.write(
                    "a/b",
                    out -> {
                      throw new IOException("No space left on device");
                    }));
    assertTrue(e.getMessage().contains("a/b"), e.getMessage());
    assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
  }

  @Test
  void aFileBeingWrittenIsNotSeen() {
    files.write(
        "events/day=2024-01-01/a.parquet",
        out -> {
          out.write(new byte[100_000]);
          out.flush();
          assertEquals(List.of(), files.list("events"));
          assertTrue(files.find("events/day=2024-01-01/a.parquet").isEmpty());
        });
    assertEquals(1, files.list("events").size());
  }

  @Test
  void onlyTheFirstPutWins() {
    assertTrue(files.putIfAbsent("manifests/1", bytes("one")));
    assertFalse(files.putIfAbsent("manifests/1", bytes("two")));
    assertEquals("one", text("manifests/1"));
    assertEquals(1, files.list("manifests").size());
  }

  @Test
  void ofManyPutsAtOnceExactlyOneWins() throws Exception {
    int writers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    CyclicBarrier start = new CyclicBarrier(writers);
    try {
      for (int round = 0; round < 100; round++) {
        String path = "manifests/" + round;
        List<Callable<Boolean>> puts = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
          byte[] content = bytes("writer " + writer);
          puts.add(
              () -> {
                start.await(1, TimeUnit.MINUTES);
                return files.putIfAbsent(path, content);
              });
        }
        List<Future<Boolean>> results = threads.invokeAll(puts);
        int winner = -1;
        for (int writer = 0; writer < writers; writer++) {
          if (results.get(writer).get()) {
            assertEquals(-1, winner, "two winners in round " + round);
            winner = writer;
          }
        }
        assertEquals("writer " + winner, text(path));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void deletingTwiceIsFine() {
    write("a/b", "x");
    files.delete("a/b");
    files.delete("a/b");
    assertTrue(files.find("a/b").isEmpty());
  }

  @Test
  void theUriEndsWithThePath() {
    assertTrue(files.uri("events/day=2024-01-01/a.parquet").contains(":/"));
    assertTrue(files.uri("events/a.parquet").endsWith("/events/a.parquet"));
  }

  private void write(String path, String content) {
    files.write(path, out -> out.write(bytes(content)));
  }

  private String text(String path) {
    return new String(files.read(path), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(SeekableByteChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(100);
    while (channel.read(buffer) >= 0) {
      assertTrue(buffer.hasRemaining());
    }
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }
}
