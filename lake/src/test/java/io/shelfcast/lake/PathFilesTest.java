package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFilesTest extends LakeFilesContract {
  @TempDir Path folder;

  @Override
  protected LakeFiles emptyLake() {
    return new PathFiles(folder.resolve(".state/lake"));
  }

  @Test
  void nothingButTheFileIsLeft() throws IOException {
    LakeFiles files = emptyLake();
    files.write("a/b", out -> out.write(1));
    files.putIfAbsent("a/c", new byte[1]);
    files.putIfAbsent("a/c", new byte[1]);
    try (Stream<Path> left = Files.list(folder.resolve(".state/lake/a"))) {
      assertEquals(
          List.of("b", "c"),
          left.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList()));
    }
  }

  @Test
  void leftoversOfAKilledWriteAreDeletedOnceOldAndOthersAreNot() throws IOException {
    LakeFiles files = emptyLake();
    files.write("events/day=2024-01-01/a.parquet", out -> out.write(1));
    Path day = folder.resolve(".state/lake/events/day=2024-01-01");
    Path ours = Files.writeString(day.resolve(".lake-1"), "cut");
    Path other = Files.writeString(day.resolve(".part-0-0.inprogress.1"), "someone writes");
    long now = Files.getLastModifiedTime(ours).toMillis();
    files.deleteLeftovers("events", now);
    assertTrue(Files.exists(ours));
    files.deleteLeftovers("events", now + 1);
    assertFalse(Files.exists(ours));
    assertTrue(Files.exists(other));
    assertEquals(1, files.list("events").size());
  }
}
