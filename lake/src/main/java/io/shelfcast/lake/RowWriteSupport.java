package io.shelfcast.lake;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Writes a row cell by cell. */
final class RowWriteSupport<S, T> extends WriteSupport<S> {
  private final MessageType schema;
  private final List<? extends Cell<T, ?>> cells;
  private final Function<S, T> toRow;
  private RecordConsumer out;

  RowWriteSupport(MessageType schema, List<? extends Cell<T, ?>> cells, Function<S, T> toRow) {
    this.schema = schema;
    this.cells = cells;
    this.toRow = toRow;
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    out = recordConsumer;
  }

  @Override
  public void write(S source) {
    T row = toRow.apply(source);
    out.startMessage();
    for (int i = 0; i < cells.size(); i++) {
      Cell<T, ?> cell = cells.get(i);
      if (cell.isPresent(row)) {
        out.startField(cell.column(), i);
        cell.write(row, out);
        out.endField(cell.column(), i);
      }
    }
    out.endMessage();
  }
}
