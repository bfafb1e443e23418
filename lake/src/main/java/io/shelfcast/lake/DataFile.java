package io.shelfcast.lake;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/** One complete Parquet file as a manifest lists it: its table, day and size. */
@JsonPropertyOrder({"table", "day", "path", "rows", "bytes", "modifiedAt"})
public final class DataFile {
  private final LakeTable table;
  private final int day;
  private final String path;
  private final long rows;
  private final long bytes;
  private final long modifiedAt;

  DataFile(LakeTable table, int day, LakeFile file, long rows) {
    this.table = table;
    this.day = day;
    this.path = file.path();
    this.rows = rows;
    this.bytes = file.bytes();
    this.modifiedAt = file.modifiedAt();
  }

  @JsonCreator
  static DataFile of(
      @JsonProperty(value = "table", required = true) String table,
      @JsonProperty(value = "day", required = true) String day,
      @JsonProperty(value = "path", required = true) String path,
      @JsonProperty(value = "rows", required = true) long rows,
      @JsonProperty(value = "bytes", required = true) long bytes,
      @JsonProperty(value = "modifiedAt", required = true) long modifiedAt) {
    LakeTable known =
        Arrays.stream(LakeTable.values())
            .filter(t -> t.folder().equals(table))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no table " + table));
    int epochDay = Math.toIntExact(LocalDate.parse(day).toEpochDay());
    return new DataFile(known, epochDay, new LakeFile(path, bytes, modifiedAt), rows);
  }

  public LakeTable table() {
    return table;
  }

  /** Days since the epoch. */
  public int day() {
    return day;
  }

  /** Below the lake's root. */
  @JsonProperty
  public String path() {
    return path;
  }

  @JsonProperty
  public long rows() {
    return rows;
  }

  @JsonProperty
  public long bytes() {
    return bytes;
  }

  /** Milliseconds since the epoch, by the storage's clock. */
  @JsonProperty
  public long modifiedAt() {
    return modifiedAt;
  }

  @JsonProperty("table")
  String tableName() {
    return table.folder();
  }

  @JsonProperty("day")
  String dayText() {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** Whether the storage still lists the file as it was when its rows were counted. */
  boolean isUnchanged(LakeFile listed) {
    return bytes == listed.bytes() && modifiedAt == listed.modifiedAt();
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof DataFile)) {
      return false;
    }
    DataFile o = (DataFile) other;
    return path.equals(o.path) && rows == o.rows && bytes == o.bytes && modifiedAt == o.modifiedAt;
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, bytes);
  }

  @Override
  public String toString() {
    return path + " (" + rows + " rows, " + bytes + " bytes)";
  }
}
