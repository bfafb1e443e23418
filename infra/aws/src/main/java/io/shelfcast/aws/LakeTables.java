package io.shelfcast.aws;

import io.shelfcast.lake.Column;
import io.shelfcast.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnTable;
import software.constructs.Construct;

/**
 * The lake's tables in the Glue catalogue. Columns come from {@link LakeTable}, as the schema of
 * the job's Parquet files does; days are found by projection, so that no crawler runs and a new day
 * is there at once. The tables follow the links that name the files that count: see docs/lake.md.
 */
final class LakeTables {
  private static final String DAY = "day";
  private static final String PARQUET =
      "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";
  private static final String LINKS = "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat";
  private static final String NO_OUTPUT =
      "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

  private final CfnDatabase database;
  private final String name;

  LakeTables(Construct scope, LakeBucket bucket, String name, String firstDay) {
    this.name = name;
    database =
        CfnDatabase.Builder.create(scope, "Database")
            .catalogId(Stack.of(scope).getAccount())
            .databaseInput(
                CfnDatabase.DatabaseInputProperty.builder()
                    .name(name)
                    .description("What happened at the tills and what was decided")
                    .build())
            .build();
    for (LakeTable table : LakeTable.values()) {
      add(scope, bucket, table, firstDay);
    }
  }

  private void add(Construct scope, LakeBucket bucket, LakeTable table, String firstDay) {
    String location = bucket.lakeUri() + "/links/" + table.folder();
    CfnTable made =
        CfnTable.Builder.create(scope, "Table" + table.folder())
            .catalogId(Stack.of(scope).getAccount())
            .databaseName(name)
            .tableInput(
                CfnTable.TableInputProperty.builder()
                    .name(table.folder())
                    .tableType("EXTERNAL_TABLE")
                    .parameters(projection(location, firstDay))
                    .partitionKeys(
                        List.of(column(DAY, "date", "business day; of refused: arrival")))
                    .storageDescriptor(storage(location, table))
                    .build())
            .build();
    made.addResourceDependency(database);
  }

  private static Map<String, String> projection(String location, String firstDay) {
    return Map.of(
        "EXTERNAL",
        "TRUE",
        "projection.enabled",
        "true",
        "projection." + DAY + ".type",
        "date",
        "projection." + DAY + ".format",
        "yyyy-MM-dd",
        "projection." + DAY + ".range",
        firstDay + ",NOW+1DAYS",
        "storage.location.template",
        location + "/" + DAY + "=${" + DAY + "}/");
  }

  private static CfnTable.StorageDescriptorProperty storage(String location, LakeTable table) {
    List<CfnTable.ColumnProperty> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(column(column.name(), column.type().sql(), column.comment()));
    }
    return CfnTable.StorageDescriptorProperty.builder()
        .location(location + "/")
        .columns(columns)
        .inputFormat(LINKS)
        .outputFormat(NO_OUTPUT)
        .serdeInfo(CfnTable.SerdeInfoProperty.builder().serializationLibrary(PARQUET).build())
        .build();
  }

  private static CfnTable.ColumnProperty column(String name, String type, String comment) {
    return CfnTable.ColumnProperty.builder().name(name).type(type).comment(comment).build();
  }

  /** Name of the database. */
  String database() {
    return name;
  }
}
