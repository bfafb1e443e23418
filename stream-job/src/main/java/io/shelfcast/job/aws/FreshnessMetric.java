package io.shelfcast.job.aws;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;

/**
 * Freshness since the start as a Flink histogram, for dashboards and benchmarks; CloudWatch takes
 * no histograms.
 */
final class FreshnessMetric implements Histogram {
  static final String NAME = "freshnessMs";

  private final Freshness freshness;

  FreshnessMetric(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public void update(long millis) {
    freshness.record(millis, System.currentTimeMillis());
  }

  @Override
  public long getCount() {
    return freshness.all().getTotalCount();
  }

  @Override
  public HistogramStatistics getStatistics() {
    return new Statistics(freshness.all());
  }

  private static final class Statistics extends HistogramStatistics {
    private final org.HdrHistogram.Histogram all;

    Statistics(org.HdrHistogram.Histogram all) {
      this.all = all;
    }

    @Override
    public double getQuantile(double quantile) {
      return all.getValueAtPercentile(quantile * 100);
    }

    @Override
    public long[] getValues() {
      return new long[0];
    }

    @Override
    public int size() {
      return (int) Math.min(all.getTotalCount(), Integer.MAX_VALUE);
    }

    @Override
    public double getMean() {
      return all.getMean();
    }

    @Override
    public double getStdDev() {
      return all.getStdDeviation();
    }

    @Override
    public long getMax() {
      return all.getMaxValue();
    }

    @Override
    public long getMin() {
      return all.getTotalCount() == 0 ? 0 : all.getMinValue();
    }
  }
}
