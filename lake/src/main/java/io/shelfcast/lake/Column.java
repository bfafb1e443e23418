package io.shelfcast.lake;

import java.util.Locale;

/** One column of a lake table, as Parquet schema and SQL declaration are generated from it. */
public final class Column {
  private final String name;
  private final ColumnType type;
  private final boolean nullable;
  private final String comment;

  Column(String name, ColumnType type, boolean nullable, String comment) {
    this.name = name;
    this.type = type;
    this.nullable = nullable;
    this.comment = comment;
  }

  /** In snake_case; never a reserved word of SQL. */
  public String name() {
    return name;
  }

  public ColumnType type() {
    return type;
  }

  public boolean nullable() {
    return nullable;
  }

  /** One line of plain text. */
  public String comment() {
    return comment;
  }

  /** The column name of a JSON name: {@code demandNext7} becomes {@code demand_next_7}. */
  static String snakeCase(String json) {
    return json.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "_")
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name + " " + type.sql() + (nullable ? "" : " not null");
  }
}
