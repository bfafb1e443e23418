package io.shelfcast.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metrics that a job's operators report in one group, over all operators and subtasks.
 *
 * <p>Flink names a metric {@code OPERATOR.GROUP.NAME}; which operator reports it is of no interest
 * here. For use by one thread.
 */
final class JobMetrics {
  /** Operators register their metrics when they open; new names are looked for this often. */
  private static final Duration NAMES_LAST = Duration.ofSeconds(10);

  private final FlinkRest flink;
  private final String group;

  /** Names of the metrics of each task, by the task's path. */
  private final Map<String, Set<String>> ids = new HashMap<>();

  private long idsReadAt;

  /** What all who report a metric say together. */
  record Value(double sum, double max) {
    Value plus(Value other) {
      return new Value(sum + other.sum, Math.max(max, other.max));
    }
  }

  /**
   * @param group the metric group, between the operator's name and the metric's
   */
  JobMetrics(FlinkRest flink, String group) {
    this.flink = flink;
    this.group = "." + group + ".";
  }

  /** The metrics by name; those that nobody reports yet are absent. */
  Map<String, Value> read(FlinkRest.Job job) throws FlinkRest.NoAnswer {
    findNames(job);
    Map<String, Value> values = new HashMap<>();
    for (Map.Entry<String, Set<String>> task : ids.entrySet()) {
      String query = "?agg=sum,max&get=" + String.join(",", task.getValue());
      for (JsonNode metric : flink.get(task.getKey() + query)) {
        Value value = new Value(metric.path("sum").asDouble(), metric.path("max").asDouble());
        values.merge(name(metric.path("id").asText()), value, Value::plus);
      }
    }
    return values;
  }

  private void findNames(FlinkRest.Job job) throws FlinkRest.NoAnswer {
    if (!ids.isEmpty() && System.nanoTime() - idsReadAt < NAMES_LAST.toNanos()) {
      return;
    }
    ids.clear();
    for (JsonNode vertex : flink.vertices(job)) {
      String path =
          "/jobs/" + job.id() + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      Set<String> found = new TreeSet<>();
      for (JsonNode metric : flink.get(path)) {
        String id = metric.path("id").asText();
        if (id.contains(group)) {
          found.add(URLEncoder.encode(id, StandardCharsets.UTF_8));
        }
      }
      if (!found.isEmpty()) {
        ids.put(path, found);
      }
    }
    idsReadAt = System.nanoTime();
  }

  private String name(String id) {
    return id.substring(id.indexOf(group) + group.length());
  }
}
