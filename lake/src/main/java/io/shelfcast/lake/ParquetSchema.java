package io.shelfcast.lake;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The Parquet schema of a lake table, generated from its columns. */
final class ParquetSchema {
  private static final int DIGITS = 18;

  private ParquetSchema() {}

  static MessageType of(LakeTable table) {
    List<Type> types = new ArrayList<>();
    for (Column column : table.columns()) {
      types.add(typeOf(column));
    }
    return new MessageType(table.folder(), types);
  }

  private static Type typeOf(Column column) {
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    String name = column.name();
    switch (column.type()) {
      case TEXT:
        return Types.primitive(BINARY, repetition).as(stringType()).named(name);
      case COUNT:
        return Types.primitive(INT64, repetition).named(name);
      case FLAG:
        return Types.primitive(BOOLEAN, repetition).named(name);
      case INSTANT:
        return Types.primitive(INT64, repetition)
            .as(timestampType(true, TimeUnit.MILLIS))
            .named(name);
      case DATE:
        return Types.primitive(INT32, repetition).as(dateType()).named(name);
      case TEN_THOUSANDTHS:
        return Types.primitive(INT64, repetition).as(decimalType(4, DIGITS)).named(name);
      case MONEY:
        return Types.primitive(INT64, repetition).as(decimalType(2, DIGITS)).named(name);
      case FLOATS:
        return Types.list(repetition).requiredElement(FLOAT).named(name);
      case BYTES:
        return Types.primitive(BINARY, repetition).named(name);
      default:
        throw new IllegalStateException("no Parquet type for " + column.type());
    }
  }
}
