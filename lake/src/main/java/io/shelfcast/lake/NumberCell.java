package io.shelfcast.lake;

import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** A cell whose value rows hold as a {@code long}, whatever Parquet holds it as. */
final class NumberCell<T, B> extends Cell<T, B> {
  private final ColumnType type;
  private final Predicate<T> present;
  private final ToLongFunction<T> get;
  private final ObjLongConsumer<B> set;

  NumberCell(Column column, Predicate<T> present, ToLongFunction<T> get, ObjLongConsumer<B> set) {
    super(column.name());
    this.type = column.type();
    this.present = present;
    this.get = get;
    this.set = set;
  }

  @Override
  boolean isPresent(T row) {
    return present.test(row);
  }

  @Override
  void write(T row, RecordConsumer out) {
    long value = get.applyAsLong(row);
    switch (type) {
      case FLAG:
        out.addBoolean(value != 0);
        break;
      case DATE:
        out.addInteger(Math.toIntExact(value));
        break;
      default:
        out.addLong(value);
    }
  }

  @Override
  Converter converter(B into) {
    return new PrimitiveConverter() {
      @Override
      public void addLong(long value) {
        set.accept(into, value);
      }

      @Override
      public void addInt(int value) {
        set.accept(into, value);
      }

      @Override
      public void addBoolean(boolean value) {
        set.accept(into, value ? 1 : 0);
      }
    };
  }
}
