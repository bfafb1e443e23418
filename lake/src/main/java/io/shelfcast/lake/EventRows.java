package io.shelfcast.lake;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Archived events as Parquet rows.
 *
 * @see LakeTable#EVENTS
 */
public final class EventRows {
  static final RowFormat<ArchivedEvent, EventRowBuilder> FORMAT =
      new RowFormat<>(LakeTable.EVENTS, cells(), EventRowBuilder::new, RowOrder.EVENTS);

  private EventRows() {}

  /** A writer of one file; all its events must be of one business day, the file's partition. */
  public static ParquetWriter<ArchivedEvent> writer(OutputFile file) throws IOException {
    return FORMAT.writer(file);
  }

  /** A writer of a file of these events alone, without the columns that none of them carries. */
  static ParquetWriter<ArchivedEvent> narrowWriter(
      OutputFile file, Collection<ArchivedEvent> events) throws IOException {
    EnumSet<Field> carried = EnumSet.copyOf(EventType.COMMON);
    events.forEach(row -> carried.addAll(row.event().type().allowed()));
    Set<String> absent =
        EnumSet.complementOf(carried).stream().map(Columns::nameOf).collect(Collectors.toSet());
    return FORMAT.writerWithout(file, absent);
  }

  /**
   * A reader of one file.
   *
   * @param name of the file, for messages
   * @param businessDay of its partition, in days since the epoch
   * @throws LakeException if it is no complete file of events
   */
  public static RowReader<ArchivedEvent> reader(
      InputFile file, String name, int businessDay, RowFilter filter) {
    return FORMAT.reader(file, name, businessDay, filter);
  }

  private static List<Cell<ArchivedEvent, EventRowBuilder>> cells() {
    List<Cell<ArchivedEvent, EventRowBuilder>> cells = new ArrayList<>();
    Iterator<Column> columns = LakeTable.EVENTS.columns().iterator();
    cells.add(new TextCell<>(columns.next(), r -> r.event().type().name(), EventRowBuilder::type));
    for (Field f : Field.values()) {
      cells.add(cell(f, columns.next()));
    }
    cells.add(new TextCell<>(columns.next(), r -> r.fate().name(), EventRowBuilder::fate));
    cells.add(new TextCell<>(columns.next(), r -> r.origin().name(), EventRowBuilder::origin));
    cells.add(
        new NumberCell<>(
            columns.next(), r -> true, ArchivedEvent::arrivedAt, EventRowBuilder::arrivedAt));
    cells.add(
        new NumberCell<>(
            columns.next(), r -> true, ArchivedEvent::ordinal, EventRowBuilder::ordinal));
    cells.add(
        new NumberCell<>(
            columns.next(), r -> true, ArchivedEvent::generation, EventRowBuilder::generation));
    return cells;
  }

  private static Cell<ArchivedEvent, EventRowBuilder> cell(Field f, Column column) {
    if (f.kind().isText()) {
      return new TextCell<>(
          column, r -> r.event().text(f, null), (builder, value) -> builder.text(f, value));
    }
    return new NumberCell<>(
        column,
        r -> r.event().has(f),
        r -> r.event().number(f),
        (builder, value) -> builder.number(f, value));
  }
}
