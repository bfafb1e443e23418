package io.shelfcast.lake;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** A cell of floats, as Parquet's three-level list; null is absent, not-a-number is kept. */
final class FloatsCell<T, B> extends ObjectCell<T, B, float[]> {
  private static final String LIST = "list";
  private static final String ELEMENT = "element";

  FloatsCell(Column column, Function<T, float[]> get, BiConsumer<B, float[]> set) {
    super(column, get, set);
  }

  @Override
  void writeValue(float[] values, RecordConsumer out) {
    out.startGroup();
    if (values.length > 0) {
      out.startField(LIST, 0);
      for (float value : values) {
        out.startGroup();
        out.startField(ELEMENT, 0);
        out.addFloat(value);
        out.endField(ELEMENT, 0);
        out.endGroup();
      }
      out.endField(LIST, 0);
    }
    out.endGroup();
  }

  @Override
  Converter converter(B into) {
    Collector collector = new Collector();
    GroupConverter list = new Wrapper(collector);
    return new Wrapper(list) {
      @Override
      public void start() {
        collector.count = 0;
      }

      @Override
      public void end() {
        put(into, Arrays.copyOf(collector.values, collector.count));
      }
    };
  }

  private static class Wrapper extends GroupConverter {
    private final Converter only;

    Wrapper(Converter only) {
      this.only = only;
    }

    @Override
    public Converter getConverter(int index) {
      return only;
    }

    @Override
    public void start() {
      // Only the outermost group has something to begin.
    }

    @Override
    public void end() {
      // Only the outermost group has something to end.
    }
  }

  private static final class Collector extends PrimitiveConverter {
    private float[] values = new float[64];
    private int count;

    @Override
    public void addFloat(float value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }
  }
}
