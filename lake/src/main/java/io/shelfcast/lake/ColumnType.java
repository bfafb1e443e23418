package io.shelfcast.lake;

/** How a column is stored in Parquet and declared in SQL. All are exact but FLOATS. */
public enum ColumnType {
  TEXT("string"),
  COUNT("bigint"),
  FLAG("boolean"),
  /** Milliseconds since the epoch, in UTC. */
  INSTANT("timestamp"),
  /** Days since the epoch. */
  DATE("date"),
  /** Units, days, shares and probabilities; rows hold them as {@code long} in 1/10,000. */
  TEN_THOUSANDTHS("decimal(18,4)"),
  /** Currency; rows hold it as {@code long} in minor units. */
  MONEY("decimal(18,2)"),
  /** Not a number where a value is missing. */
  FLOATS("array<float>"),
  BYTES("binary");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** The type in a {@code CREATE EXTERNAL TABLE} of Athena. */
  public String sql() {
    return sql;
  }
}
