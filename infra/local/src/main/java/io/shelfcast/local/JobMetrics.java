package io.shelfcast.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;

/**
 * The metrics that a job's operators report in one group, over all operators and subtasks.
 *
 * <p>Flink names a metric {@code OPERATOR.GROUP.NAME}; which operator reports it is of no interest
 * here.
 */
final class JobMetrics {
  private final FlinkRest flink;
  private final String group;

  /**
   * @param group the metric group, between the operator's name and the metric's
   */
  JobMetrics(FlinkRest flink, String group) {
    this.flink = flink;
    this.group = "." + group + ".";
  }

  /** The sum of each metric over all who report it, by name. */
  Map<String, Double> sums(FlinkRest.Job job) throws FlinkRest.NoAnswer {
    return read(job, "sum", Double::sum);
  }

  /** The greatest value of each metric, by name. */
  Map<String, Double> maxima(FlinkRest.Job job) throws FlinkRest.NoAnswer {
    return read(job, "max", Math::max);
  }

  private Map<String, Double> read(
      FlinkRest.Job job, String aggregation, DoubleBinaryOperator merge) throws FlinkRest.NoAnswer {
    Map<String, Double> values = new HashMap<>();
    for (JsonNode vertex : flink.vertices(job)) {
      String path =
          "/jobs/" + job.id() + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
      Set<String> ids = ids(flink.get(path));
      if (ids.isEmpty()) {
        continue;
      }
      String query = "?agg=" + aggregation + "&get=" + String.join(",", ids);
      for (JsonNode metric : flink.get(path + query)) {
        double value = metric.path(aggregation).asDouble();
        values.merge(name(metric.path("id").asText()), value, merge::applyAsDouble);
      }
    }
    return values;
  }

  private Set<String> ids(JsonNode listed) {
    Set<String> ids = new HashSet<>();
    for (JsonNode metric : listed) {
      String id = metric.path("id").asText();
      if (id.contains(group)) {
        ids.add(URLEncoder.encode(id, StandardCharsets.UTF_8));
      }
    }
    return ids;
  }

  private String name(String id) {
    return id.substring(id.indexOf(group) + group.length());
  }
}
