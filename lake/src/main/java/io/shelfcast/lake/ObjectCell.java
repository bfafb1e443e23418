package io.shelfcast.lake;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.parquet.io.api.RecordConsumer;

/**
 * A cell whose value rows hold as an object; null is absent.
 *
 * @param <V> the object
 */
abstract class ObjectCell<T, B, V> extends Cell<T, B> {
  private final Function<T, V> get;
  private final BiConsumer<B, V> set;

  ObjectCell(Column column, Function<T, V> get, BiConsumer<B, V> set) {
    super(column.name());
    this.get = get;
    this.set = set;
  }

  @Override
  final boolean isPresent(T row) {
    return get.apply(row) != null;
  }

  @Override
  final void write(T row, RecordConsumer out) {
    writeValue(get.apply(row), out);
  }

  abstract void writeValue(V value, RecordConsumer out);

  final void put(B into, V value) {
    set.accept(into, value);
  }
}
