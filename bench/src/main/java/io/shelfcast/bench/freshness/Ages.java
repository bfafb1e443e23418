package io.shelfcast.bench.freshness;

import org.HdrHistogram.Histogram;

/** Percentiles of some ages, in milliseconds. */
record Ages(long counted, long p50, long p95, long p99, long most) {
  static Ages of(Histogram ages) {
    return new Ages(
        ages.getTotalCount(),
        ages.getValueAtPercentile(50),
        ages.getValueAtPercentile(95),
        ages.getValueAtPercentile(99),
        ages.getMaxValue());
  }
}
