package io.shelfcast.local;

import io.shelfcast.job.JobMetric;
import java.util.Map;

/** The job's own figures at one moment. */
record JobFigures(Map<String, JobMetrics.Value> values) {
  static final JobFigures NONE = new JobFigures(Map.of());

  /** Counts and shares of all subtasks added up; of a level that each sees whole, the greatest. */
  double get(JobMetric metric) {
    JobMetrics.Value value = values.get(metric.json());
    if (value == null) {
      return 0;
    }
    return metric.kind() == JobMetric.Kind.LEVEL ? value.max() : value.sum();
  }

  long count(JobMetric metric) {
    return Math.round(get(metric));
  }
}
