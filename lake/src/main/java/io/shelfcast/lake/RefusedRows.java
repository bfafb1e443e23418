package io.shelfcast.lake;

import io.shelfcast.event.RefusedRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Refused records as Parquet rows.
 *
 * @see LakeTable#REFUSED
 */
public final class RefusedRows {
  static final RowFormat<RefusedRecord, Builder> FORMAT =
      new RowFormat<>(LakeTable.REFUSED, cells(), Builder::new, RowOrder.REFUSED);

  private RefusedRows() {}

  /** A writer of one file; all its records must have arrived on one {@link #dayOf day}. */
  public static ParquetWriter<RefusedRecord> writer(OutputFile file) throws IOException {
    return FORMAT.writer(file);
  }

  /**
   * A reader of one file.
   *
   * @param name of the file, for messages
   * @throws LakeException if it is no complete file of refused records
   */
  public static RowReader<RefusedRecord> reader(InputFile file, String name, int day) {
    return FORMAT.reader(file, name, day, RowFilter.all());
  }

  /** A record's day in the lake: that of its arrival in UTC, in days since the epoch. */
  public static int dayOf(RefusedRecord record) {
    return (int) Math.floorDiv(record.arrivedAt(), Duration.ofDays(1).toMillis());
  }

  private static List<Cell<RefusedRecord, Builder>> cells() {
    List<Column> columns = LakeTable.REFUSED.columns();
    return List.of(
        new NumberCell<>(
            columns.get(0), r -> true, RefusedRecord::arrivedAt, (b, v) -> b.arrivedAt = v),
        new TextCell<>(columns.get(1), RefusedRecord::reason, (b, v) -> b.reason = v),
        new BytesCell<>(columns.get(2), RefusedRecord::raw, (b, v) -> b.raw = v));
  }

  /** Collects the columns of one refused record. */
  private static final class Builder implements RowBuilder<RefusedRecord> {
    private long arrivedAt;
    private String reason;
    private byte[] raw;

    /** The day is told by the arrival of each row. */
    Builder(int day) {}

    @Override
    public void begin() {
      // Each column is required and overwrites the row before.
    }

    @Override
    public String storeId() {
      return null;
    }

    @Override
    public String productId() {
      return null;
    }

    @Override
    public RefusedRecord end() {
      return new RefusedRecord(raw, reason, arrivedAt);
    }
  }
}
