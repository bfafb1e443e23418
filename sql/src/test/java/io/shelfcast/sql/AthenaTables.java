package io.shelfcast.sql;

import io.shelfcast.lake.Column;
import io.shelfcast.lake.LakeTable;
import java.util.stream.Collectors;

/** The tables of the lake as statements for Athena, generated from the lake's own columns. */
final class AthenaTables {
  private AthenaTables() {}

  /** The file of one table. */
  static String statement(LakeTable table) {
    String links = "{lake}/links/" + table.folder() + "/";
    return "CREATE EXTERNAL TABLE IF NOT EXISTS "
        + table.folder()
        + " (\n"
        + table.columns().stream().map(AthenaTables::column).collect(Collectors.joining(",\n"))
        + "\n)\n"
        + "PARTITIONED BY (`day` date)\n"
        + "ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'\n"
        + "STORED AS INPUTFORMAT 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat'\n"
        + "OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'\n"
        + "LOCATION '"
        + links
        + "'\n"
        + "TBLPROPERTIES (\n"
        + "  'projection.enabled' = 'true',\n"
        + "  'projection.day.type' = 'date',\n"
        + "  'projection.day.format' = 'yyyy-MM-dd',\n"
        + "  'projection.day.range' = '{first_day},NOW+1DAYS',\n"
        + "  'storage.location.template' = '"
        + links
        + "day=${day}/'\n"
        + ")\n";
  }

  private static String column(Column column) {
    String comment = column.comment().replace("'", "\\'");
    return "  `" + column.name() + "` " + column.type().sql() + " COMMENT '" + comment + "'";
  }
}
