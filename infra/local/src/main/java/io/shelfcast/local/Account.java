package io.shelfcast.local;

import io.shelfcast.event.Fate;
import io.shelfcast.job.JobMetric;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.ReplayedAccuracy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds up a demo that is over, from what the job counted and from the lake. */
final class Account {
  private final Lake lake;
  private final Sales sales;
  private final NavigableMap<Integer, Long> inForceFrom;
  private final JobFigures last;
  private final JobResult job;

  /**
   * @param inForceFrom sequences of the bundles by the first stream day whose forecasts they made
   * @param last the job's figures while it still ran
   * @param job its counts at the end
   */
  Account(
      Lake lake,
      Sales sales,
      NavigableMap<Integer, Long> inForceFrom,
      JobFigures last,
      JobResult job) {
    this.lake = lake;
    this.sales = sales;
    this.inForceFrom = inForceFrom;
    this.last = last;
    this.job = job;
  }

  /**
   * @param sent by the producer's ledger
   */
  Summary summary(long sent, long seconds) {
    Snapshot snapshot = lake.refresh();
    return new Summary(
        sent,
        count(JobMetric.READ),
        count(JobMetric.of(Fate.APPLIED)),
        count(JobMetric.of(Fate.DUPLICATE)),
        count(JobMetric.of(Fate.REFUSED)),
        count(JobMetric.of(Fate.TOO_OLD)),
        LakeCount.of(snapshot).rows(),
        count(JobMetric.DECIDED),
        count(JobMetric.SUPPRESSED),
        last.get(JobMetric.OLDEST_UNSETTLED_SECONDS),
        new Summary.Freshness(
            last.get(JobMetric.FRESHNESS_P50_MS), last.get(JobMetric.FRESHNESS_P99_MS)),
        wape(snapshot),
        models(),
        lines(),
        seconds);
  }

  private long count(JobMetric metric) {
    return job.count(metric.json());
  }

  private Map<String, Summary.Wape> wape(Snapshot snapshot) {
    Map<String, Summary.Wape> wape = new TreeMap<>();
    Map<Integer, ReplayedAccuracy.Wape> measured =
        new Accuracy(lake, inForceFrom).measure(snapshot, sales.storeProducts());
    measured.forEach((horizon, error) -> wape.put("day" + horizon, Summary.Wape.of(error)));
    return wape;
  }

  private List<Summary.Model> models() {
    return inForceFrom.entrySet().stream().map(e -> model(e.getValue(), e.getKey())).toList();
  }

  private Summary.Model model(long sequence, int firstDay) {
    ModelBundle bundle = Accuracy.bundle(lake, sequence);
    return new Summary.Model(
        sequence,
        bundle.manifest().createdAt().toString(),
        LocalDate.ofEpochDay(firstDay).toString(),
        LocalDate.ofEpochDay(bundle.manifest().training().throughDay()).toString(),
        bundle.manifest().training().metrics());
  }

  private Map<String, Map<String, Long>> lines() {
    Map<String, Map<String, Long>> lines = new TreeMap<>();
    sales
        .lines()
        .forEach(
            (purpose, tally) -> {
              Map<String, Long> fates = new TreeMap<>(Map.of("read", tally.linesRead()));
              tally.counts().forEach((fate, count) -> fates.put(fate.json(), count));
              lines.put(purpose, fates);
            });
    return lines;
  }
}
