package io.shelfcast.producer.series;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A CSV file with a header line, plain or (by its name's end in .gz) compressed. */
public final class CsvFile {
  private final Path path;
  private final List<String> header;

  private CsvFile(Path path, List<String> header) {
    this.path = path;
    this.header = header;
  }

  /**
   * Reads the header.
   *
   * @throws DatasetException if the file is missing, empty or no CSV
   */
  public static CsvFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DatasetException("There is no file " + path + ".");
    }
    try (Rows<CsvRecord> lines = read(path)) {
      if (!lines.hasNext()) {
        throw new DatasetException(path + " is empty.");
      }
      return new CsvFile(path, lines.next().getFields().stream().map(String::trim).toList());
    }
  }

  public String name() {
    return path.getFileName().toString();
  }

  public List<String> header() {
    return header;
  }

  /** Position of a column, whatever the case of its name, or -1. */
  public int column(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  public boolean hasColumns(String... names) {
    for (String name : names) {
      if (column(name) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The lines after the header. */
  public Rows<CsvRecord> lines() {
    Rows<CsvRecord> lines = read(path);
    lines.next();
    return lines;
  }

  /** Whether a line has as many cells as the header. */
  public void requireWhole(CsvRecord line) throws BadLine {
    if (line.getFieldCount() != header.size()) {
      throw new BadLine(line.getFieldCount() + " cells where the header has " + header.size());
    }
  }

  private static Rows<CsvRecord> read(Path path) {
    try {
      InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
      InputStream text =
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      CsvReader<CsvRecord> reader =
          CsvReader.builder().detectBomHeader(true).ofCsvRecord(text, StandardCharsets.UTF_8);
      return new Lines(path, reader.iterator());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static DatasetException unreadable(Path path, Exception cause) {
    return new DatasetException(path + " cannot be read: " + cause.getMessage() + ".", cause);
  }

  private static final class Lines implements Rows<CsvRecord> {
    private final Path path;
    private final CloseableIterator<CsvRecord> records;

    Lines(Path path, CloseableIterator<CsvRecord> records) {
      this.path = path;
      this.records = records;
    }

    @Override
    public boolean hasNext() {
      try {
        boolean more = records.hasNext();
        if (!more) {
          close();
        }
        return more;
      } catch (UncheckedIOException | CsvParseException e) {
        throw unreadable(path, e);
      }
    }

    @Override
    public CsvRecord next() {
      try {
        return records.next();
      } catch (UncheckedIOException | CsvParseException e) {
        throw unreadable(path, e);
      }
    }

    @Override
    public void close() {
      try {
        records.close();
      } catch (IOException e) {
        throw unreadable(path, e);
      }
    }
  }
}
