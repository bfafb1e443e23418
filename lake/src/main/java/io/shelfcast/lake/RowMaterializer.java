package io.shelfcast.lake;

import java.util.List;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;

/** Makes rows of the values that Parquet hands over column by column. */
final class RowMaterializer<T, B extends RowBuilder<T>> extends RecordMaterializer<T> {
  private final B builder;
  private final RowFilter filter;
  private final GroupConverter root;

  RowMaterializer(List<Cell<T, B>> cells, B builder, RowFilter filter) {
    this.builder = builder;
    this.filter = filter;
    Converter[] converters = new Converter[cells.size()];
    for (int i = 0; i < converters.length; i++) {
      converters[i] = cells.get(i).converter(builder);
    }
    this.root =
        new GroupConverter() {
          @Override
          public Converter getConverter(int index) {
            return converters[index];
          }

          @Override
          public void start() {
            builder.begin();
          }

          @Override
          public void end() {
            // The row is taken in getCurrentRecord.
          }
        };
  }

  /** The row, or null if it is not wanted, which Parquet's reader takes as skipped. */
  @Override
  public T getCurrentRecord() {
    boolean wanted = filter.keeps(builder.storeId(), builder.productId());
    return wanted ? builder.end() : null;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }
}
