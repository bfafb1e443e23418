package io.shelfcast.aws;

import io.shelfcast.job.JobMetric;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/**
 * What the flow costs, from the units counted and the prices in {@code sizes.json}: processing
 * units, writes to the table, and the stream with what comes in. Left out is what hardly follows
 * the number of events: storage, requests to it, trainings, metrics, queries.
 */
final class CostMeter {
  private static final Duration HOUR = Duration.hours(1);

  private final JobFigures job;
  private final StreamFigures stream;
  private final Sizes.Prices prices;

  CostMeter(JobFigures job, StreamFigures stream, Sizes.Prices prices) {
    this.job = job;
    this.stream = stream;
    this.prices = prices;
  }

  /** Dollars an hour. */
  MathExpression anHour() {
    return job.compute("dollars an hour", dollars(), HOUR, others());
  }

  /** Dollars for a million events read, over the hour. */
  MathExpression aMillionEvents() {
    String millions = JobFigures.growth(JobMetric.READ) + " / 1000000";
    return job.compute(
        "dollars per million events",
        String.format("IF(%s > 0, (%s) / (%s))", millions, dollars(), millions),
        HOUR,
        others());
  }

  private String dollars() {
    return String.format(
        Locale.ROOT,
        "kpus * %s + %s * %s / 1000000 + %s + FILL(bytes, 0) / 1073741824 * %s",
        prices.kpuHour(),
        JobFigures.growth(JobMetric.WRITE_UNITS),
        prices.tableMillionWriteUnits(),
        prices.streamHour(),
        prices.streamGbIn());
  }

  private Map<String, IMetric> others() {
    Map<String, IMetric> others = new HashMap<>();
    others.put("kpus", job.ofRuntime("KPUs", "Maximum", HOUR));
    others.put("bytes", stream.bytesIn(HOUR));
    return others;
  }
}
