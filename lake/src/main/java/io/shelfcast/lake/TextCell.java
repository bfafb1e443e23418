package io.shelfcast.lake;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** A cell of text; null is absent. */
final class TextCell<T, B> extends Cell<T, B> {
  private final Function<T, String> get;
  private final BiConsumer<B, String> set;

  TextCell(Column column, Function<T, String> get, BiConsumer<B, String> set) {
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
    out.addBinary(Binary.fromString(get.apply(row)));
  }

  @Override
  Converter converter(B into) {
    return new TextConverter<>(into, set);
  }

  /** Decodes each word of a dictionary once, so that rows share their ids. */
  private static final class TextConverter<B> extends PrimitiveConverter {
    private final B into;
    private final BiConsumer<B, String> set;
    private String[] words;

    TextConverter(B into, BiConsumer<B, String> set) {
      this.into = into;
      this.set = set;
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
      words = new String[dictionary.getMaxId() + 1];
      for (int i = 0; i < words.length; i++) {
        words[i] = dictionary.decodeToBinary(i).toStringUsingUTF8();
      }
    }

    @Override
    public void addValueFromDictionary(int id) {
      set.accept(into, words[id]);
    }

    @Override
    public void addBinary(Binary value) {
      set.accept(into, value.toStringUsingUTF8());
    }
  }
}
