package io.shelfcast.lake;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Reads the rows of one Parquet file, one row group in memory at a time.
 *
 * <p>Every method throws {@link LakeException} naming the file if it cannot be read.
 */
public final class RowReader<T> implements Iterator<T>, Closeable {
  private final String name;
  private final RowFilter filter;
  private final ParquetFileReader file;
  private final RowPlan<T> plan;
  private final MessageColumnIO columns;
  private RecordReader<T> rows;
  private long rowsLeft;
  private T next;

  RowReader(
      InputFile input, String name, RowFilter filter, Function<MessageType, RowPlan<T>> planner) {
    this.name = name;
    this.filter = filter;
    this.file = open(input, name, filter);
    try {
      MessageType found = file.getFileMetaData().getSchema();
      plan = planner.apply(found);
      columns = new ColumnIOFactory().getColumnIO(plan.columns(), found);
      file.setRequestedSchema(plan.columns());
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Opens the file and reads its footer, without which it is not complete. */
  static ParquetFileReader open(InputFile input, String name, RowFilter filter) {
    ParquetReadOptions options =
        HadoopReadOptions.builder(new Configuration(false))
            .withRecordFilter(filter.pushedDown())
            .build();
    try {
      return ParquetFileReader.open(input, options);
    } catch (IOException | RuntimeException e) {
      throw unreadable(name, e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && (rowsLeft > 0 || nextRowGroup())) {
        rowsLeft--;
        next = rows.read();
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(name, e);
    }
    return next != null;
  }

  private boolean nextRowGroup() throws IOException {
    PageReadStore pages = file.readNextFilteredRowGroup();
    if (pages == null) {
      return false;
    }
    rows = columns.getRecordReader(pages, plan.materializer(), filter.pushedDown());
    rowsLeft = pages.getRowCount();
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException(name);
    }
    T row = next;
    next = null;
    return row;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static LakeException unreadable(String name, Exception e) {
    if (e instanceof LakeException) {
      return (LakeException) e;
    }
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new LakeException(name + " cannot be read: " + root.getMessage(), e);
  }
}
