package io.shelfcast.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A CREATE EXTERNAL TABLE of this folder, taken apart: Trino has no such statement. */
record TableDefinition(
    String name,
    List<Map<String, String>> columns,
    List<Map<String, String>> partitionColumns,
    String serde,
    String inputFormat,
    String outputFormat,
    String location,
    Map<String, String> properties) {

  private static final String TEXT = "'((?:[^'\\\\]|\\\\.)*)'";
  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE EXTERNAL TABLE IF NOT EXISTS (\\w+) \\(\n(.*?)\n\\)\n"
              + "PARTITIONED BY \\((.*?)\\)\n"
              + "ROW FORMAT SERDE "
              + TEXT
              + "\nSTORED AS INPUTFORMAT "
              + TEXT
              + "\nOUTPUTFORMAT "
              + TEXT
              + "\nLOCATION "
              + TEXT
              + "\nTBLPROPERTIES \\((.*)\\)",
          Pattern.DOTALL);
  private static final Pattern COLUMN = Pattern.compile("`(\\w+)` ([a-z<>]+(?:\\([\\d,]+\\))?)");
  private static final Pattern PROPERTY = Pattern.compile(TEXT + " = " + TEXT);

  /**
   * Reads a statement.
   *
   * @param lake what stands for {@code {lake}}
   * @param firstDay what stands for {@code {first_day}}
   */
  static TableDefinition read(String statement, String lake, LocalDate firstDay) {
    String filled = statement.replace("{lake}", lake).replace("{first_day}", firstDay.toString());
    Matcher matcher = TABLE.matcher(filled);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no table in " + statement);
    }
    return of(matcher);
  }

  private static TableDefinition of(MatchResult table) {
    Map<String, String> properties = new LinkedHashMap<>();
    PROPERTY
        .matcher(table.group(8))
        .results()
        .forEach(property -> properties.put(property.group(1), property.group(2)));
    return new TableDefinition(
        table.group(1),
        columns(table.group(2)),
        columns(table.group(3)),
        table.group(4),
        table.group(5),
        table.group(6),
        table.group(7),
        properties);
  }

  private static List<Map<String, String>> columns(String lines) {
    List<Map<String, String>> columns = new ArrayList<>();
    COLUMN
        .matcher(lines)
        .results()
        .forEach(column -> columns.add(Map.of("name", column.group(1), "type", column.group(2))));
    return columns;
  }

  /** As Trino's file metastore keeps it. */
  Map<String, Object> inMetastore() {
    Map<String, String> format =
        Map.of("serde", serde, "inputFormat", inputFormat, "outputFormat", outputFormat);
    return Map.of(
        "tableType", "EXTERNAL_TABLE",
        "dataColumns", columns,
        "partitionColumns", partitionColumns,
        "parameters", properties,
        "originalStorageFormat", format,
        "serdeParameters", Map.of(),
        "externalLocation", location,
        "columnStatistics", Map.of());
  }
}
