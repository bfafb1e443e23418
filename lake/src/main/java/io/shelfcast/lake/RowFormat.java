package io.shelfcast.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * How the rows of one table are written to Parquet and read back: a cell for each of its columns.
 *
 * @param <T> the row
 * @param <B> collects the values of a row while it is read
 */
final class RowFormat<T, B extends RowBuilder<T>> {
  private final LakeTable table;
  private final MessageType schema;
  private final List<Cell<T, B>> cells;
  private final IntFunction<B> newBuilder;
  private final RowOrder<T> order;

  /**
   * @param cells one for each column, in order
   * @param newBuilder of rows, given their day
   */
  RowFormat(LakeTable table, List<Cell<T, B>> cells, IntFunction<B> newBuilder, RowOrder<T> order) {
    this.table = table;
    this.schema = ParquetSchema.of(table);
    this.cells = List.copyOf(cells);
    this.newBuilder = newBuilder;
    this.order = order;
    List<String> bound = cells.stream().map(Cell::column).collect(Collectors.toList());
    List<String> declared = table.columns().stream().map(Column::name).collect(Collectors.toList());
    if (!bound.equals(declared)) {
      throw new IllegalStateException("cells " + bound + " for columns " + declared);
    }
  }

  /** The format of a table. */
  static RowFormat<?, ?> of(LakeTable table) {
    switch (table) {
      case EVENTS:
        return EventRows.FORMAT;
      case DECISIONS:
        return DecisionRows.FORMAT;
      case REFUSED:
        return RefusedRows.FORMAT;
      default:
        throw new IllegalStateException("no format for " + table);
    }
  }

  LakeTable table() {
    return table;
  }

  RowOrder<T> order() {
    return order;
  }

  ParquetWriter<T> writer(OutputFile file) throws IOException {
    return writer(file, Function.identity());
  }

  /** A writer of anything that becomes a row. */
  <S> ParquetWriter<S> writer(OutputFile file, Function<S, T> toRow) throws IOException {
    return new RowWriterBuilder<>(file, new RowWriteSupport<>(schema, cells, toRow)).build();
  }

  /** A writer of rows that all lack the columns left out, which makes small files much smaller. */
  ParquetWriter<T> writerWithout(OutputFile file, Set<String> absent) throws IOException {
    List<Type> types = new ArrayList<>(schema.getFields());
    types.removeIf(type -> absent.contains(type.getName()));
    List<Cell<T, B>> present = new ArrayList<>(cells);
    present.removeIf(cell -> absent.contains(cell.column()));
    MessageType narrow = new MessageType(schema.getName(), types);
    return new RowWriterBuilder<T>(file, new RowWriteSupport<>(narrow, present, row -> row))
        .build();
  }

  /**
   * Opens a file.
   *
   * @param name of the file, for messages
   * @param epochDay of all its rows
   * @throws LakeException if it is no complete file of this table
   */
  RowReader<T> reader(InputFile file, String name, int epochDay, RowFilter filter) {
    return new RowReader<>(file, name, filter, found -> plan(found, name, epochDay, filter));
  }

  /** Opens a file that a manifest lists. */
  RowReader<T> reader(LakeFiles storage, DataFile file, RowFilter filter) {
    ChannelInput input = new ChannelInput(storage, file.path(), file.bytes());
    return reader(input, file.path(), file.day(), filter);
  }

  /** Reads the columns that the file has; an older file lacks those added since. */
  private RowPlan<T> plan(MessageType found, String name, int epochDay, RowFilter filter) {
    if (!found.getName().equals(schema.getName())) {
      throw new LakeException(
          name + " is a file of " + found.getName() + ", not of " + schema.getName() + ".");
    }
    B builder = newBuilder.apply(epochDay);
    List<Type> types = new ArrayList<>();
    List<Cell<T, B>> present = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Type type = schema.getType(i);
      if (found.containsField(type.getName())) {
        if (!found.getType(type.getName()).equals(type)) {
          throw new LakeException(
              name
                  + ": column "
                  + type.getName()
                  + " is not of type "
                  + table.columns().get(i).type().sql());
        }
        types.add(type);
        present.add(cells.get(i));
      } else if (type.getRepetition() == Type.Repetition.REQUIRED) {
        throw new LakeException(name + " has no column " + type.getName());
      }
    }
    MessageType projection = new MessageType(schema.getName(), types);
    return new RowPlan<>(projection, new RowMaterializer<>(present, builder, filter));
  }
}
