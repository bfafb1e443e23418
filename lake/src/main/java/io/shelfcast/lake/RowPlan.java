package io.shelfcast.lake;

import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** What to read of a file and how to make rows of it. */
final class RowPlan<T> {
  private final MessageType columns;
  private final RecordMaterializer<T> materializer;

  RowPlan(MessageType columns, RecordMaterializer<T> materializer) {
    this.columns = columns;
    this.materializer = materializer;
  }

  MessageType columns() {
    return columns;
  }

  RecordMaterializer<T> materializer() {
    return materializer;
  }
}
