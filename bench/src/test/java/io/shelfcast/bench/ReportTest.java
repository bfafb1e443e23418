package io.shelfcast.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private final Report report =
      new Report()
          .add(Figure.of("mine", "µs", new double[] {30, 10, 20}))
          .add(Figure.of("theirs", "µs", new double[] {100, 80}));

  @Test
  void figureIsTheMedianWithTheSpread() {
    Figure mine = report.figure("mine");
    assertEquals(new Figure("mine", "µs", 20, 10, 30), mine);
    assertEquals(90, report.figure("theirs").median());
    assertEquals(4.5, report.times("theirs", "mine"));
  }

  @Test
  void jsonHoldsFiguresAndRatiosByName(@TempDir Path folder) throws IOException {
    report.atLeast("theirsVsMine", 4.5, 5).write(folder.resolve("r.json"));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("r.json").toFile());
    assertEquals("mine", json.at("/results/0/name").asText());
    assertEquals("µs", json.at("/results/0/unit").asText());
    assertEquals(20, json.at("/results/0/median").asDouble());
    assertEquals(10, json.at("/results/0/min").asDouble());
    assertEquals(30, json.at("/results/0/max").asDouble());
    assertEquals(4.5, json.at("/ratios/theirsVsMine").asDouble());
  }

  @Test
  void missedGoalIsSaid() {
    report.atLeast("short", 4.5, 5).atMost("within", 0.2, 0.33).atLeast("met", 6, 5);
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text));
    assertTrue(text.toString().contains("| `short` | 4.50 | at least 5, MISSED |"));
    assertTrue(text.toString().contains("| `within` | 0.200 | at most 0.330 |"));
    assertTrue(text.toString().contains("| `met` | 6 | at least 5 |"));
  }
}
