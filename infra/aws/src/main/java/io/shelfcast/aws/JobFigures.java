package io.shelfcast.aws;

import io.shelfcast.job.JobMetric;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricProps;

/**
 * The job's figures as CloudWatch holds them.
 *
 * <p>Each subtask reports each figure, and how often a minute is the runtime's business. A figure
 * that exactly one subtask reports counts these reports: the sum of any other over its number is
 * that other's total, whatever the parallelism and the period. Ratios of two totals need no such
 * care.
 */
final class JobFigures {
  private static final String NAMESPACE = "AWS/KinesisAnalytics";

  /** Reported by one subtask alone, whatever the parallelism. */
  private static final JobMetric REPORTED_ONCE = JobMetric.BUNDLES_REFUSED;

  private static final Pattern WORD = Pattern.compile("[a-z][A-Za-z0-9]+");

  private final String application;

  JobFigures(String application) {
    this.application = application;
  }

  /** One figure of the runtime. */
  Metric ofRuntime(String name, String statistic, Duration period) {
    return metric(NAMESPACE, name, Map.of("Application", application), statistic, period);
  }

  /** The largest that any subtask reported. */
  Metric largest(JobMetric figure, Duration period) {
    return ofRuntime(figure.json(), "Maximum", period);
  }

  /** The sum over all subtasks, as an average over the period. */
  MathExpression total(JobMetric figure, Duration period) {
    return compute(figure.meaning(), total(figure), period, Map.of());
  }

  /** By how much the sum over all subtasks grew in a period; zero where it starts anew. */
  MathExpression growth(JobMetric figure, Duration period) {
    return compute(figure.meaning(), growth(figure), period, Map.of());
  }

  /** One total over another. */
  MathExpression ratio(JobMetric part, JobMetric whole, Duration period) {
    String expression = part.json() + " / " + whole.json();
    return compute(part.meaning() + ", share", expression, period, Map.of());
  }

  /** The growth of one total over that of another. */
  MathExpression ratioOfGrowth(JobMetric part, JobMetric whole, Duration period) {
    String expression = String.format("(%s) / (%s)", growth(part), growth(whole));
    return compute(part.json() + " by " + whole.json(), expression, period, Map.of());
  }

  /** By how much a count of the runtime, or of a single subtask, grew in a period. */
  MathExpression growthOfRuntime(String name, Duration period) {
    Map<String, IMetric> count = Map.of(name, ofRuntime(name, "Maximum", period));
    return compute(name + ", growth", "DIFF(" + name + ")", period, count);
  }

  /** A total as part of an expression. */
  static String total(JobMetric figure) {
    return figure.json() + " / reports";
  }

  /** The growth of a total as part of an expression. */
  static String growth(JobMetric figure) {
    String growth = "DIFF(" + total(figure) + ")";
    return "IF(" + growth + " > 0, " + growth + ", 0)";
  }

  /**
   * A computation in CloudWatch's metric maths, in which the job's figures go by their own names
   * and {@code reports} is how often each was reported by each subtask.
   *
   * @param others what further names stand for
   */
  MathExpression compute(
      String label, String expression, Duration period, Map<String, IMetric> others) {
    Map<String, IMetric> used = new HashMap<>(others);
    Matcher words = WORD.matcher(expression);
    while (words.find()) {
      String word = words.group();
      if (word.equals("reports")) {
        used.put(word, ofRuntime(REPORTED_ONCE.json(), "SampleCount", period));
      } else if (!others.containsKey(word)) {
        used.put(word, ofRuntime(word, "Sum", period));
      }
    }
    return MathExpression.Builder.create()
        .label(label)
        .expression(expression)
        .usingMetrics(used)
        .period(period)
        .build();
  }

  /** A metric of any service. */
  static Metric metric(
      String namespace,
      String name,
      Map<String, String> dimensions,
      String statistic,
      Duration period) {
    return new Metric(
        MetricProps.builder()
            .namespace(namespace)
            .metricName(name)
            .dimensionsMap(dimensions)
            .statistic(statistic)
            .period(period)
            .build());
  }
}
