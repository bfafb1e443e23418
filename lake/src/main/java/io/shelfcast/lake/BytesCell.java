package io.shelfcast.lake;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** A cell of raw bytes; null is absent. */
final class BytesCell<T, B> extends Cell<T, B> {
  private final Function<T, byte[]> get;
  private final BiConsumer<B, byte[]> set;

  BytesCell(Column column, Function<T, byte[]> get, BiConsumer<B, byte[]> set) {
    super(column.name());
    this.get = get;
    this.set = set;
  }

  @Override
  boolean isPresent(T row) {
    return get.apply(row) != null;
  }

  @Override
  void write(T row, RecordConsumer out) {
    out.addBinary(Binary.fromConstantByteArray(get.apply(row)));
  }

  @Override
  Converter converter(B into) {
    return new PrimitiveConverter() {
      @Override
      public void addBinary(Binary value) {
        set.accept(into, value.getBytes());
      }
    };
  }
}
