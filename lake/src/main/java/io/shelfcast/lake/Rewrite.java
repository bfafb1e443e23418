package io.shelfcast.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;

/** Merges several files of one table and day into one that holds the same rows sorted by key. */
final class Rewrite {
  /**
   * Rows sorted at once, about 0.7 KB each. The rows of a larger file are sorted in runs of this
   * many; a reader of few keys skips by the statistics of pages all the same.
   */
  private static final int ROWS_IN_MEMORY = 500_000;

  private final LakeFiles storage;

  Rewrite(LakeFiles storage) {
    this.storage = storage;
  }

  /** Writes the new file, which no manifest lists yet. */
  DataFile merge(List<DataFile> sources) {
    return merge(RowFormat.of(sources.get(0).table()), sources);
  }

  private <T> DataFile merge(RowFormat<T, ?> format, List<DataFile> sources) {
    DataFile first = sources.get(0);
    String path = FileNames.newCompacted(first.table(), first.day());
    storage.write(path, out -> copy(format, sources, out));
    LakeFile written =
        storage.find(path).orElseThrow(() -> new LakeException(path + " has vanished."));
    DataFile merged = Keeper.describe(storage, first.table(), written);
    long rows = sources.stream().mapToLong(DataFile::rows).sum();
    if (merged.rows() != rows) {
      storage.delete(path);
      throw new LakeException(
          path
              + " would hold "
              + merged.rows()
              + " rows instead of "
              + rows
              + "; nothing changed.");
    }
    return merged;
  }

  private <T> void copy(RowFormat<T, ?> format, List<DataFile> sources, OutputStream out)
      throws IOException {
    List<T> run = new ArrayList<>();
    try (ParquetWriter<T> writer = format.writer(new StreamOutput(out))) {
      for (DataFile source : sources) {
        try (RowReader<T> rows = format.reader(storage, source, RowFilter.all())) {
          while (rows.hasNext()) {
            run.add(rows.next());
            if (run.size() == ROWS_IN_MEMORY) {
              writeSorted(format, run, writer);
            }
          }
        }
      }
      writeSorted(format, run, writer);
    }
  }

  private static <T> void writeSorted(RowFormat<T, ?> format, List<T> run, ParquetWriter<T> writer)
      throws IOException {
    run.sort(format.order().byKey());
    for (T row : run) {
      writer.write(row);
    }
    run.clear();
  }
}
