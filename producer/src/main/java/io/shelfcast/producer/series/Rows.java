package io.shelfcast.producer.series;

import java.util.Iterator;
import java.util.function.Function;

/** Values read one after the other from files that are closed at the end or by {@link #close}. */
public interface Rows<T> extends Iterator<T>, AutoCloseable {
  @Override
  void close();

  /** Values that need no closing. */
  static <T> Rows<T> of(Iterator<T> values) {
    return new Rows<>() {
      @Override
      public boolean hasNext() {
        return values.hasNext();
      }

      @Override
      public T next() {
        return values.next();
      }

      @Override
      public void close() {}
    };
  }

  /** The same values, each turned into another. */
  default <R> Rows<R> map(Function<? super T, ? extends R> each) {
    Rows<T> source = this;
    return new Rows<>() {
      @Override
      public boolean hasNext() {
        return source.hasNext();
      }

      @Override
      public R next() {
        return each.apply(source.next());
      }

      @Override
      public void close() {
        source.close();
      }
    };
  }
}
