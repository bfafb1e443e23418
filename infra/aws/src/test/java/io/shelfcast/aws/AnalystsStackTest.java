package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Template;

class AnalystsStackTest {
  @TempDir Path folder;

  @Test
  void everyViewAndQueryIsSaved() {
    long saved = Synthesised.properties("AWS::Athena::NamedQuery").count();
    assertEquals(Synthesised.SQL.views().size() + Synthesised.SQL.queries().size(), saved);
    assertTrue(saved > 15, saved + " saved");
  }

  @Test
  void everyFieldOfTheDashboardIsAColumnOfItsDataSet() {
    Map<String, Set<String>> columns = new HashMap<>();
    Synthesised.properties("AWS::QuickSight::DataSet")
        .forEach(
            dataSet ->
                dataSet
                    .path("PhysicalTableMap")
                    .fields()
                    .forEachRemaining(
                        table ->
                            columns.put(
                                table.getKey(),
                                new HashSet<>(
                                    table.getValue().path("CustomSql").findValuesAsText("Name")))));
    List<String> unknown = new ArrayList<>();
    JsonNode dashboard =
        Synthesised.properties("AWS::QuickSight::Dashboard").findAny().orElseThrow();
    List<JsonNode> fields = dashboard.findValues("Column");
    for (JsonNode field : fields) {
      String dataSet = field.path("DataSetIdentifier").asText();
      String column = field.path("ColumnName").asText();
      if (!columns.getOrDefault(dataSet, Set.of()).contains(column)) {
        unknown.add(dataSet + "." + column);
      }
    }
    assertFalse(fields.isEmpty());
    assertEquals(List.of(), unknown);
  }

  @Test
  void withoutAnOwnerThereIsNoDashboard() {
    ShelfcastApp plain =
        ShelfcastApp.define(
            Synthesis.app(folder), Synthesised.SIZES, "code/job.jar", Synthesised.SQL);
    Template.fromStack(plain.analysts()).resourceCountIs("AWS::QuickSight::Dashboard", 0);
  }
}
