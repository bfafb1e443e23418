package io.shelfcast.lake;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * Binds one column to a row: how its value is taken from a row and put into one being read.
 *
 * @param <T> the row
 * @param <B> collects the values of a row while it is read
 */
abstract class Cell<T, B> {
  private final String column;

  Cell(String column) {
    this.column = column;
  }

  final String column() {
    return column;
  }

  abstract boolean isPresent(T row);

  /** Writes the value alone; the row has one. */
  abstract void write(T row, RecordConsumer out);

  abstract Converter converter(B into);
}
