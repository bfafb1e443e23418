package io.shelfcast.target;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MeasureDocumentationTest {
  @Test
  void operationsNamesEachMeasureWithItsUnitAndMeaning() throws IOException {
    StringBuilder table = new StringBuilder("| measure | unit | meaning |\n|---|---|---|\n");
    for (Measure m : Measure.values()) {
      String unit = m.unit().name().toLowerCase(Locale.ROOT);
      table.append(String.format("| `%s` | %s | %s |%n", m.json(), unit, m.meaning()));
    }
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    assertTrue(page.contains(table), "docs/operations.md should hold\n" + table);
  }
}
