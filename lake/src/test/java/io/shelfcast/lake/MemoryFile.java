package io.shelfcast.lake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file held in memory. */
final class MemoryFile implements InputFile {
  private final byte[] bytes;

  MemoryFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Opens a writer, as a streaming job does. */
  interface Format<T> {
    ParquetWriter<T> writer(OutputFile file) throws IOException;
  }

  static <T> MemoryFile of(Format<T> format, List<? extends T> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ParquetWriter<T> writer = format.writer(new StreamOutput(out))) {
      for (T row : rows) {
        writer.write(row);
      }
    }
    return new MemoryFile(out.toByteArray());
  }

  static <T> List<T> drain(RowReader<T> reader) {
    List<T> rows = new ArrayList<>();
    try (reader) {
      reader.forEachRemaining(rows::add);
    }
    return rows;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public long getLength() {
    return bytes.length;
  }

  @Override
  public SeekableInputStream newStream() {
    Position stream = new Position(bytes);
    return new DelegatingSeekableInputStream(stream) {
      @Override
      public long getPos() {
        return stream.position();
      }

      @Override
      public void seek(long position) {
        stream.seek(position);
      }
    };
  }

  private static final class Position extends ByteArrayInputStream {
    Position(byte[] bytes) {
      super(bytes);
    }

    long position() {
      return pos;
    }

    void seek(long position) {
      pos = (int) position;
    }
  }
}
