package io.shelfcast.lake;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;

/** A cell of text; null is absent. */
final class TextCell<T, B> extends ObjectCell<T, B, String> {
  TextCell(Column column, Function<T, String> get, BiConsumer<B, String> set) {
    super(column, get, set);
  }

  @Override
  void writeValue(String value, RecordConsumer out) {
    out.addBinary(Binary.fromString(value));
  }

  @Override
  Converter converter(B into) {
    return new TextConverter(into);
  }

  /** Decodes each word of a dictionary once, so that rows share their ids. */
  private final class TextConverter extends PrimitiveConverter {
    private final B into;
    private String[] words;

    TextConverter(B into) {
      this.into = into;
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
      put(into, words[id]);
    }

    @Override
    public void addBinary(Binary value) {
      put(into, value.toStringUsingUTF8());
    }
  }
}
