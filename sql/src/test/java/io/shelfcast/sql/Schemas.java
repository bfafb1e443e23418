package io.shelfcast.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.lake.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Schemas over one lake, each with the tables and views of this folder. Tables go through links of
 * the schema's own, so that days can be cut off: their link points to a file that is not there, and
 * who reads them fails.
 */
final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LINK = "symlink.txt";

  private final Path root;
  private final Path lake;
  private final Trino trino;
  private final Map<AskedDays, String> cut = new HashMap<>();

  /**
   * @param root that Trino's {@code local:///} stands for
   * @param lake below it
   */
  Schemas(Path root, Path lake, Trino trino) {
    this.root = root;
    this.lake = lake;
    this.trino = trino;
  }

  /** A schema in which every day can be read. */
  String whole() throws IOException, SQLException {
    return make("whole", (table, day) -> true);
  }

  /** A schema in which only these days can be read. */
  String only(AskedDays days) throws IOException, SQLException {
    String known = cut.get(days);
    if (known == null) {
      known = make("cut_" + cut.size(), days::mayRead);
      cut.put(days, known);
    }
    return known;
  }

  private String make(String schema, BiPredicate<String, LocalDate> isReadable)
      throws IOException, SQLException {
    for (LakeTable table : LakeTable.values()) {
      link(schema, table.folder(), isReadable);
    }
    try (Connection connection = trino.connect(schema);
        Statement sql = connection.createStatement()) {
      sql.execute(
          "CREATE SCHEMA " + schema + " WITH (location = 'local:///metastore/" + schema + "')");
      for (SqlFiles.Statement statement : SqlFiles.tables()) {
        TableDefinition table =
            TableDefinition.read(
                statement.text(), "local:///" + schema, Shop.FIRST.minusDays(Shop.BACKFILLED_DAYS));
        Path folder =
            Files.createDirectories(root.resolve("metastore/" + schema + "/" + table.name()));
        Files.write(folder.resolve(".trinoSchema"), JSON.writeValueAsBytes(table.inMetastore()));
      }
      for (SqlFiles.Statement view : SqlFiles.views()) {
        sql.execute(view.text());
      }
    }
    return schema;
  }

  private void link(String schema, String table, BiPredicate<String, LocalDate> isReadable)
      throws IOException {
    List<Path> days;
    try (Stream<Path> found = Files.list(lake.resolve("links").resolve(table))) {
      days = found.toList();
    }
    for (Path day : days) {
      String name = day.getFileName().toString();
      LocalDate date = LocalDate.parse(name.substring("day=".length()));
      Path folder = Files.createDirectories(root.resolve(schema + "/links/" + table + "/" + name));
      String files =
          Files.readString(day.resolve(LINK)).replace(root.toUri().toString(), "local:///");
      Files.writeString(
          folder.resolve(LINK),
          isReadable.test(table, date) ? files : "local:///lake/" + table + "/cut-off.parquet\n");
    }
  }
}
