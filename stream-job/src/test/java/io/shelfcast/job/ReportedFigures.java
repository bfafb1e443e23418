package io.shelfcast.job;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Takes down which figures jobs in this JVM show under the group that reaches CloudWatch. */
public final class ReportedFigures implements MetricReporter, MetricReporterFactory {
  private static final Set<String> NAMES = new ConcurrentSkipListSet<>();

  /** Makes a cluster report here. */
  static Configuration configuration() {
    NAMES.clear();
    Configuration flink = new Configuration();
    flink.setString("metrics.reporter.figures.factory.class", ReportedFigures.class.getName());
    return flink;
  }

  /** Names of the figures that were registered since. */
  static Set<String> names() {
    return NAMES;
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (Arrays.asList(group.getScopeComponents()).contains(JobMetric.GROUP)) {
      NAMES.add(name);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // what was shown was shown
  }

  @Override
  public void open(MetricConfig config) {
    // nothing to open
  }

  @Override
  public void close() {
    // nothing to close
  }
}
