package io.shelfcast.lake;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** A cell of raw bytes; null is absent. */
final class BytesCell<T, B> extends ObjectCell<T, B, byte[]> {
  BytesCell(Column column, Function<T, byte[]> get, BiConsumer<B, byte[]> set) {
    super(column, get, set);
  }

  @Override
  void writeValue(byte[] value, RecordConsumer out) {
    out.addBinary(Binary.fromConstantByteArray(value));
  }

  @Override
  Converter converter(B into) {
    return new PrimitiveConverter() {
      @Override
      public void addBinary(Binary value) {
        put(into, value.getBytes());
      }
    };
  }
}
