package io.shelfcast.lake.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.lake.LakeException;
import io.shelfcast.lake.LakeFiles;
import io.shelfcast.lake.LakeFilesContract;
import io.shelfcast.s3.LocalS3;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3FilesTest extends LakeFilesContract {
  private static int lakes;
  @TempDir private static Path folder;
  private static LocalS3 s3;

  @BeforeAll
  static void start() {
    s3 = LocalS3.startHere(folder, "bucket");
  }

  @AfterAll
  static void stop() {
    s3.close();
  }

  @Override
  protected LakeFiles emptyLake() {
    return S3Files.of(URI.create("s3://bucket/some/lake-" + ++lakes + "/"));
  }

  @Test
  void aFileOfManyBlocksIsReadFromAnywhere() throws IOException {
    byte[] content = new byte[10_000_000];
    new Random(7).nextBytes(content);
    LakeFiles files = emptyLake();
    files.write("large", out -> out.write(content));
    byte[] tail = new byte[6_000_000];
    try (SeekableByteChannel channel = files.openRead("large")) {
      ByteBuffer into = ByteBuffer.wrap(tail);
      channel.position(content.length - tail.length);
      while (into.hasRemaining()) {
        assertTrue(channel.read(into) > 0);
      }
      assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
      assertEquals(content.length, channel.position());
      ByteBuffer first = ByteBuffer.allocate(1);
      channel.position(0).read(first);
      assertEquals(content[0], first.get(0));
    }
    byte[] expected = new byte[tail.length];
    System.arraycopy(content, content.length - tail.length, expected, 0, tail.length);
    assertArrayEquals(expected, tail);
  }

  /** Two versions of a file, mixed, would be worse than none. */
  @Test
  void aFileReplacedWhileItIsReadIsNoticed() throws IOException {
    LakeFiles files = emptyLake();
    files.write("file", out -> out.write(new byte[] {1, 2, 3}));
    try (SeekableByteChannel channel = files.openRead("file")) {
      files.write("file", out -> out.write(new byte[] {4, 5, 6}));
      assertThrows(LakeException.class, () -> channel.read(ByteBuffer.allocate(3)));
    }
  }

  @Test
  void aLakeCanFillItsBucket() {
    s3.createBucket("full");
    LakeFiles files = S3Files.of(URI.create("s3://full"));
    files.write("events/a", out -> out.write(1));
    assertEquals("events/a", files.list("events").get(0).path());
    assertEquals("s3://full/events/a", files.uri("events/a"));
  }

  @Test
  void aBucketThatIsMissingIsNamed() {
    LakeFiles files = S3Files.of(URI.create("s3://nowhere/lake"));
    LakeException e = assertThrows(LakeException.class, () -> files.list("events"));
    assertTrue(e.getMessage().contains("s3://nowhere/lake/events"), e.getMessage());
  }

  @Test
  void aRootWithoutABucketIsRefused() {
    assertThrows(LakeException.class, () -> S3Files.of(URI.create("s3:/lake")));
  }
}
