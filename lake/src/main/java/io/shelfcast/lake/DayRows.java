package io.shelfcast.lake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Iterates over rows of several files day by day, each day sorted in memory. */
final class DayRows<T> implements Iterator<T> {
  private final LakeFiles storage;
  private final RowFormat<T, ?> format;
  private final List<DataFile> files;
  private final RowFilter filter;
  private int nextFile;
  private Iterator<T> day = List.<T>of().iterator();

  /**
   * @param files by day
   */
  DayRows(LakeFiles storage, RowFormat<T, ?> format, List<DataFile> files, RowFilter filter) {
    this.storage = storage;
    this.format = format;
    this.files = files;
    this.filter = filter;
  }

  @Override
  public boolean hasNext() {
    while (!day.hasNext() && nextFile < files.size()) {
      day = nextDay().iterator();
    }
    return day.hasNext();
  }

  private List<T> nextDay() {
    int of = files.get(nextFile).day();
    List<T> rows = new ArrayList<>();
    while (nextFile < files.size() && files.get(nextFile).day() == of) {
      try (RowReader<T> reader = format.reader(storage, files.get(nextFile++), filter)) {
        reader.forEachRemaining(rows::add);
      }
    }
    rows.sort(format.order().byTime());
    return rows;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return day.next();
  }
}
