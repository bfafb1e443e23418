package io.shelfcast.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest extends CalledByHand {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  @TempDir Path folder;

  /** A shop whose Saturdays are three times as busy, shut on Sundays, sold out now and then. */
  private Path file(int days) throws IOException {
    List<String> lines =
        new ArrayList<>(List.of("date,storeId,productId,quantity,open,stockoutShare"));
    SplittableRandom random = new SplittableRandom(3);
    for (int product = 0; product < 6; product++) {
      for (int day = 0; day < days; day++) {
        boolean open = day % 7 != 6;
        boolean soldOut = open && (day + product) % 40 == 39;
        double mean = (4 + product) * (day % 7 == 5 ? 3 : 1);
        long units = soldOut ? 1 : Math.round(mean * (0.5 + random.nextDouble()));
        lines.add(
            String.format(
                "%s,s,p%d,%d,%d,%s",
                START.plusDays(day),
                product,
                open ? units : 0,
                open ? 1 : 0,
                soldOut ? "0.5" : "0"));
      }
    }
    return Files.write(folder.resolve("sales.csv"), lines);
  }

  @Test
  void aFileNobodyHasSeenGivesAFrontierForEachPolicy() throws IOException {
    Path json = folder.resolve("out.json");
    int code =
        run(
            "simulate",
            "--csv",
            file(150).toString(),
            "--lead-time",
            "2",
            "--lead-time-sd",
            "1",
            "--holding-cost",
            "2",
            "--shortage-cost",
            "30",
            "--report",
            folder.resolve("report").toString(),
            "--json",
            json.toString());
    assertEquals(0, code, errors.toString());
    assertTrue(output.toString().contains("average stock at equal fill rate"), output.toString());
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    for (String policy :
        List.of(
            "shelfcast",
            "movingAverage28",
            "seasonalNaive7",
            "movingAverage28Quantiles",
            "shelfcastNormal")) {
      JsonNode frontier = root.get("policies").get(policy).get("frontier");
      assertEquals(25, frontier.size());
      for (String figure :
          List.of(
              "level",
              "averageStock",
              "fillRate",
              "cycleService",
              "cost9",
              "cost19",
              "cost",
              "churn")) {
        assertTrue(frontier.get(20).get(figure).isNumber(), figure);
      }
      assertTrue(root.get("policies").get(policy).has("bestCost19"));
    }
    assertTrue(root.get("stockAtEqualFill").get("shelfcast").isNumber(), root.toString());
    assertTrue(root.get("stockAtEqualFill").get("bestOther").isNumber());
    assertEquals(4, root.get("stockAtEqualFills").size());
    assertEquals("2024-04-23", root.get("from").asText(), "the last quarter");
    String page = Files.readString(folder.resolve("report/index.html"));
    assertTrue(page.contains("<svg") && page.contains("fill rate"), page);
    assertFalse(page.contains("NaN") || page.contains("http"), "complete in itself");
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws IOException {
    String file = file(60).toString();
    assertEquals(1, run("simulate", "--csv", file, "--from-date", "2024-01-20"));
    String said = errors.toString().lines().skip(1).collect(Collectors.joining("\n"));
    assertEquals(1, said.lines().count(), "beside what was read, " + said);
    assertTrue(said.contains("needs 47 days of data before it"), errors.toString());
    assertEquals(2, run("simulate", "--csv", file, "--review-period", "0"));
    assertTrue(errors.toString().contains("A review period is at least one day."));
    assertEquals(2, run("simulate", "--csv", file, "--holding-cost", "1"));
    assertTrue(errors.toString().contains("--holding-cost and --shortage-cost go together."));
  }
}
