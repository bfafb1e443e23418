package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.shelfcast.lake.LakeTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlueColumnsTest {
  @TempDir static Path lake;

  @BeforeAll
  static void runTheJobsSinks() throws Exception {
    JobFiles.write(lake);
  }

  @Test
  void everyColumnIsOneThatTheJobsParquetHasInTheSameOrderAndType() throws Exception {
    for (LakeTable table : LakeTable.values()) {
      assertEquals(JobFiles.columns(lake, table), columns(tableInput(table)), table.folder());
    }
  }

  @Test
  void aColumnThatTheParquetLacksIsFound() throws Exception {
    JsonNode input = tableInput(LakeTable.DECISIONS);
    ArrayNode columns = (ArrayNode) input.path("StorageDescriptor").path("Columns");
    columns.addObject().put("Name", "colour").put("Type", "string");

    assertNotEquals(JobFiles.columns(lake, LakeTable.DECISIONS), columns(input));
  }

  private static JsonNode tableInput(LakeTable table) {
    return Synthesised.properties("AWS::Glue::Table")
        .map(properties -> properties.path("TableInput"))
        .filter(input -> input.path("Name").asText().equals(table.folder()))
        .findAny()
        .orElseThrow();
  }

  private static List<String> columns(JsonNode input) {
    List<String> columns = new ArrayList<>();
    for (JsonNode column : input.path("StorageDescriptor").path("Columns")) {
      columns.add(column.path("Name").asText() + " " + column.path("Type").asText());
    }
    return columns;
  }
}
