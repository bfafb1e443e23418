package io.shelfcast.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.lake.LakeTable;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The files of tables/ beside the columns that the job writes. */
class TablesTest {
  @Test
  void tablesAreThoseOfTheLake() {
    Map<String, String> expected = new TreeMap<>();
    for (LakeTable table : LakeTable.values()) {
      expected.put(table.folder(), AthenaTables.statement(table));
    }
    Map<String, String> found = new TreeMap<>();
    SqlFiles.tables().forEach(table -> found.put(table.name(), table.text()));
    assertEquals(expected, found);
  }
}
