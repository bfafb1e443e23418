package io.shelfcast.trainer.backtest;

import java.util.ArrayList;
import java.util.List;

/** What one worker has counted within the days; grows with the number of series. */
final class IntradayTally {
  private final List<PairedErrors> series = new ArrayList<>();
  private long days;

  /** Counts one series with so many days looked at. */
  void add(PairedErrors errors, int looked) {
    if (looked > 0) {
      series.add(errors);
      days += looked;
    }
  }

  void join(IntradayTally other) {
    series.addAll(other.series);
    days += other.days;
  }

  /** Days of store-products that were looked at. */
  long days() {
    return days;
  }

  /** The series that had such a day. */
  List<PairedErrors> series() {
    return series;
  }
}
