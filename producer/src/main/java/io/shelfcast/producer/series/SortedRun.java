package io.shelfcast.producer.series;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Sorted values in a temporary file, which goes with {@link #close}. */
final class SortedRun<T> implements Iterator<T> {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;
  private final SpillingSort.Codec<T> codec;
  private long left;
  private DataInputStream in;

  private SortedRun(Path path, SpillingSort.Codec<T> codec, long size) {
    this.path = path;
    this.codec = codec;
    this.left = size;
  }

  static <T> SortedRun<T> write(List<T> sorted, SpillingSort.Codec<T> codec) throws IOException {
    Path path = Files.createTempFile("shelfcast-sort", ".run");
    path.toFile().deleteOnExit();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES))) {
      for (T value : sorted) {
        codec.write(value, out);
      }
    }
    return new SortedRun<>(path, codec, sorted.size());
  }

  /** Starts reading; to be called once. */
  Iterator<T> open() throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES));
    return this;
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    try {
      return codec.read(in);
    } catch (IOException e) {
      throw new DatasetException("A temporary file is gone: " + e.getMessage(), e);
    }
  }

  void close() {
    try {
      if (in != null) {
        in.close();
      }
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new DatasetException("A temporary file cannot be removed: " + e.getMessage(), e);
    }
  }
}
