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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest extends CalledByHand {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  @TempDir Path folder;

  /** A shop whose Saturdays are three times as busy, shut on one day that is known ahead. */
  private Path file() throws IOException {
    List<String> lines = new ArrayList<>(List.of("date,storeId,productId,quantity,open"));
    SplittableRandom random = new SplittableRandom(3);
    for (int product = 0; product < 8; product++) {
      for (int day = 0; day < 130; day++) {
        boolean open = day != 110;
        double mean = (4 + product) * (day % 7 == 5 ? 3 : 1);
        long units = Math.round(mean + 2 * random.nextDouble() - 1);
        lines.add(
            String.format(
                "%s,s,p%d,%d,%d", START.plusDays(day), product, open ? units : 0, open ? 1 : 0));
      }
    }
    return Files.write(folder.resolve("sales.csv"), lines);
  }

  @Test
  void aFileNobodyHasSeenGivesFiguresThatBeatTheUsualMethods() throws IOException {
    Path json = folder.resolve("out.json");
    int code =
        run(
            "backtest",
            "--csv",
            file().toString(),
            "--origins",
            "2024-04-09",
            "--horizon",
            "14",
            "--report",
            folder.resolve("report").toString(),
            "--json",
            json.toString());
    assertEquals(0, code, errors.toString());
    assertTrue(output.toString().contains("seasonal naive 7"), output.toString());
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    JsonNode methods = root.get("methods");
    double own = methods.get("shelfcast").get("wape").asDouble();
    assertTrue(own < methods.get("movingAverage28").get("wape").asDouble(), methods.toString());
    assertTrue(own < 0.15, methods.toString());
    assertTrue(methods.get("lastYear") == null, "no year is known");
    for (String figure : List.of("wape", "bias", "mape", "smape", "rmsse", "pinball")) {
      assertTrue(methods.get("tsb").get(figure).isNumber(), figure);
    }
    assertEquals(methods, root.get("byOrigin").get("2024-04-09"));
    assertTrue(root.get("coverage").get("7").get("0.95").isNumber());
    assertTrue(root.get("coverageByClass").get("smooth").get("14").get("forecasts").asInt() > 0);
    String page = Files.readString(folder.resolve("report/index.html"));
    assertTrue(page.contains("<svg") && page.contains("same_weekday_4"), "charts and features");
    assertFalse(page.contains("NaN") || page.contains("http"), "complete in itself");
    assertTrue(root.get("seconds").asDouble() > 0);
    assertTrue(root.get("peakMemoryMb").asLong() > 0);
  }

  /** The hours of each day: a morning that says how the afternoon will be. */
  private Path hours() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("store_id,product_id,dt,hours_sale,hours_stock_status");
    SplittableRandom random = new SplittableRandom(4);
    for (int product = 0; product < 4; product++) {
      for (int day = 0; day < 70; day++) {
        int units = 1 + random.nextInt(4);
        StringBuilder sold = new StringBuilder();
        for (int hour = 0; hour < 24; hour++) {
          sold.append(hour == 8 || hour == 15 ? units : 0).append(hour < 23 ? " " : "");
        }
        lines.add("1," + product + "," + START.plusDays(day) + "," + sold + "," + "0".repeat(24));
      }
    }
    return Files.write(folder.resolve("hours.csv"), lines);
  }

  @Test
  void forecastsWithinADayAreComparedWithMidnights() throws IOException {
    Path json = folder.resolve("out.json");
    String origin = START.plusDays(49).toString();
    int code =
        run(
            "backtest",
            "--intraday",
            "--csv",
            hours().toString(),
            "--origins",
            origin,
            "--json",
            json.toString());
    assertEquals(0, code, errors.toString());
    assertTrue(output.toString().contains("80 days of them"), output.toString());
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertEquals(80, root.get("days").asInt());
    JsonNode today = root.get("intraday").get("13:00").get("today");
    assertTrue(today.get("ratio").asDouble() < 0.8, today.toString());
    assertTrue(today.get("differenceLow").asDouble() <= today.get("differenceHigh").asDouble());
    assertTrue(root.get("intraday").get("17:00").get("next7").get("now").isNumber());
    assertEquals(1, run("backtest", "--intraday", "--csv", file().toString()));
    assertTrue(errors.toString().contains("need sales by hour"), errors.toString());
  }

  /** On every third day the shelf is empty from noon. */
  private Path fileWithStockouts() throws IOException {
    List<String> lines = new ArrayList<>(List.of("date,storeId,productId,quantity,stockoutShare"));
    SplittableRandom random = new SplittableRandom(5);
    for (int product = 0; product < 8; product++) {
      for (int day = 0; day < 130; day++) {
        double wanted = 20 + product + random.nextDouble();
        boolean out = random.nextInt(3) == 0;
        lines.add(
            String.format(
                "%s,s,p%d,%d,%s",
                START.plusDays(day),
                product,
                Math.round(out ? wanted / 2 : wanted),
                out ? "0.5" : "0"));
      }
    }
    return Files.write(folder.resolve("stockouts.csv"), lines);
  }

  @Test
  void unnoticedStockoutsMakeForecastsTooLow() throws IOException {
    String file = fileWithStockouts().toString();
    assertTrue(Math.abs(bias("--csv", file)) < 0.03, "noticed: " + bias("--csv", file));
    double unnoticed = bias("--csv", file, "--ignore-stockouts");
    assertTrue(unnoticed < -0.1, "unnoticed: " + unnoticed);
  }

  private double bias(String... args) throws IOException {
    Path json = folder.resolve("bias.json");
    List<String> all = new ArrayList<>(List.of("backtest"));
    all.addAll(List.of(args));
    all.addAll(List.of("--origins", "2024-04-09", "--horizon", "14", "--json", json.toString()));
    assertEquals(0, run(all.toArray(String[]::new)), errors.toString());
    return new ObjectMapper().readTree(json.toFile()).at("/methods/shelfcast/bias").asDouble();
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() throws IOException {
    assertEquals(1, run("backtest", "--csv", folder.resolve("none.csv").toString()));
    assertEquals(1, errors.toString().lines().count(), errors.toString());
    assertEquals(2, run("backtest", "--dataset", "pizza"));
    assertTrue(errors.toString().contains("'pizza' is none of store-item"), errors.toString());
    assertEquals(2, run("backtest", "--csv", file().toString(), "--horizon", "31"));
    assertTrue(errors.toString().contains("--horizon takes 1 to 30 days."), errors.toString());
  }
}
