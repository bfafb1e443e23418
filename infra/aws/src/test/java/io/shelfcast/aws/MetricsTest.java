package io.shelfcast.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfcast.job.JobMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsTest {
  /** What the managed runtime itself reports for an application on Flink 1.20. */
  private static final Set<String> OF_RUNTIME =
      Set.of(
          "KPUs",
          "cpuUtilization",
          "downtime",
          "fullRestarts",
          "heapMemoryUtilization",
          "lastCheckpointDuration",
          "numberOfFailedCheckpoints");

  private static final Set<String> OF_OTHERS =
      Set.of(
          "ExecutionsAborted",
          "ExecutionsFailed",
          "ExecutionsTimedOut",
          "GetRecords.IteratorAgeMilliseconds",
          "IncomingBytes");

  @Test
  void everyMetricOfAnAlarmIsOneThatIsReported() {
    assertEquals(Set.of(), unknown(metricsOfAlarms()));
  }

  @Test
  void everyMetricOfTheDashboardIsOneThatIsReported() throws IOException {
    assertEquals(Set.of(), unknown(metricsOfDashboard()));
  }

  @Test
  void aMetricThatTheJobDoesNotReportIsFound() {
    Set<String> metrics = new TreeSet<>(metricsOfAlarms());
    metrics.add("AWS/KinesisAnalytics atRisks");

    assertEquals(Set.of("AWS/KinesisAnalytics atRisks"), unknown(metrics));
  }

  @Test
  void everyAlarmTellsSomebodyAndIsExplained() throws IOException {
    String operations = Files.readString(Synthesised.MODULE.resolve("../../docs/operations.md"));
    for (JsonNode alarm : alarms()) {
      String id = alarm.path("AlarmName").asText().substring("shelfcast-".length());
      assertEquals(1, alarm.path("AlarmActions").size(), id);
      assertTrue(operations.contains("| `" + id + "` |"), id + " is not in docs/operations.md");
    }
  }

  @Test
  void nothingThatAnOperatorMustKnowIsWithoutAnAlarm() {
    assertEquals(
        Set.of(
            "at-risk",
            "stockouts",
            "phantom-inventory",
            "job-down",
            "consumer-lag",
            "failed-checkpoints",
            "restarts",
            "heap",
            "refused-records",
            "stale-model",
            "bundle-refused",
            "forecast-error",
            "trainer-failed",
            "compaction-failed",
            "cost"),
        alarms().stream()
            .map(alarm -> alarm.path("AlarmName").asText().substring("shelfcast-".length()))
            .collect(Collectors.toSet()));
  }

  @Test
  void theCostMeterAddsUpAsABillWould() throws Exception {
    Map<String, Double> anHour = new TreeMap<>();
    anHour.put("kpus", 3.0);
    anHour.put("bytes", 1_073_741_824.0);
    anHour.put("reports", 2.0);
    anHour.put("writeUnits", 2 * 400_000.0);
    anHour.put("read", 2 * 2_000_000.0);

    double dollars = 3 * 0.11 + 0.4 * 0.625 + 0.04 + 0.08;
    assertEquals(dollars / 2, Maths.evaluate(expression("cost"), anHour), 1e-9);
  }

  @Test
  void theShareRefusedIsThatOfWhatWasReadSince() throws Exception {
    Map<String, Double> growth = Map.of("refused", 30.0, "read", 1000.0, "reports", 4.0);

    assertEquals(0.03, Maths.evaluate(expression("refused-records"), growth), 1e-9);
  }

  private static String expression(String id) {
    JsonNode alarm =
        alarms().stream()
            .filter(a -> a.path("AlarmName").asText().equals("shelfcast-" + id))
            .findAny()
            .orElseThrow();
    for (JsonNode metric : alarm.path("Metrics")) {
      if (metric.has("Expression")) {
        return metric.path("Expression").asText();
      }
    }
    throw new AssertionError("no expression in " + alarm);
  }

  private static List<JsonNode> alarms() {
    return Synthesised.properties("AWS::CloudWatch::Alarm").toList();
  }

  private static Set<String> unknown(Set<String> metrics) {
    Set<String> unknown = new TreeSet<>(metrics);
    Arrays.stream(JobMetric.values())
        .forEach(m -> unknown.remove("AWS/KinesisAnalytics " + m.json()));
    OF_RUNTIME.forEach(name -> unknown.remove("AWS/KinesisAnalytics " + name));
    OF_OTHERS.forEach(name -> unknown.removeIf(metric -> metric.endsWith(" " + name)));
    return unknown;
  }

  private static Set<String> metricsOfAlarms() {
    Set<String> metrics = new TreeSet<>();
    for (JsonNode alarm : alarms()) {
      add(metrics, alarm);
      alarm.findValues("Metric").forEach(metric -> add(metrics, metric));
    }
    assertTrue(metrics.size() > 15, metrics::toString);
    return metrics;
  }

  private static void add(Set<String> metrics, JsonNode metric) {
    if (metric.has("MetricName")) {
      metrics.add(metric.path("Namespace").asText() + " " + metric.path("MetricName").asText());
    }
  }

  /** A widget lists its metrics as {@code [namespace, name, dimension, value, …]}. */
  private static Set<String> metricsOfDashboard() throws IOException {
    JsonNode properties =
        Synthesised.properties("AWS::CloudWatch::Dashboard").findAny().orElseThrow();
    JsonNode body =
        new ObjectMapper().readTree(Resolved.of(properties.path("DashboardBody")).asText());
    Set<String> metrics = new TreeSet<>();
    for (JsonNode widget : body.path("widgets")) {
      for (JsonNode metric : widget.path("properties").path("metrics")) {
        if (metric.get(0).isTextual()) {
          metrics.add(metric.get(0).asText() + " " + metric.get(1).asText());
        }
      }
    }
    assertTrue(metrics.size() > 20, metrics::toString);
    return metrics;
  }
}
