package io.shelfcast.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path folder;

  @Test
  void theNewestCompleteOneIsChosenWhateverJobOrFolderItIsOf() throws IOException {
    checkpoint("checkpoints/aaa/chk-7", 100);
    Path newest = checkpoint("checkpoints/bbb/chk-2", 300);
    checkpoint("savepoints/savepoint-1", 200);
    Files.createDirectories(folder.resolve("checkpoints/bbb/chk-3"));
    Files.createDirectories(folder.resolve("checkpoints/bbb/shared"));

    assertEquals(Optional.of(newest), newest());
  }

  @Test
  void aSavepointAfterTheLastCheckpointIsChosen() throws IOException {
    checkpoint("checkpoints/aaa/chk-7", 100);
    Path savepoint = checkpoint("savepoints/savepoint-1", 200);

    assertEquals(Optional.of(savepoint), newest());
  }

  @Test
  void nothingIsChosenWhereNothingIsComplete() throws IOException {
    assertEquals(Optional.empty(), newest());
    Files.createDirectories(folder.resolve("checkpoints/aaa/chk-1"));

    assertEquals(Optional.empty(), newest());
  }

  private Optional<Path> newest() {
    return Checkpoints.newest(List.of(folder.resolve("checkpoints"), folder.resolve("savepoints")));
  }

  private Path checkpoint(String path, long second) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(path));
    Path metadata = Files.writeString(checkpoint.resolve("_metadata"), "x");
    Files.setLastModifiedTime(metadata, FileTime.from(Instant.ofEpochSecond(second)));
    return checkpoint;
  }
}
