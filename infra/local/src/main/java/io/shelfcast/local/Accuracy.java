package io.shelfcast.local;

import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.model.RefusedBundle;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.ReplayedAccuracy;
import io.shelfcast.trainer.ReplayedAccuracy.Wape;
import io.shelfcast.trainer.publish.ModelShelf;
import io.shelfcast.trainer.series.SpilledSeries;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How good the forecasts of a run were, by horizon, from its lake alone. */
final class Accuracy {
  /**
   * Judging one takes about half a millisecond of one core; with 40,000 of them, a few wholesale
   * orders moved the ratio to seasonal naive by three points.
   */
  private static final long MOST_FORECASTS = 120_000;

  private final Lake lake;

  /** First stream day whose forecasts a bundle made, by that day. */
  private final NavigableMap<Integer, Long> inForceFrom;

  /**
   * @param inForceFrom sequences of the bundles, by the first day whose forecasts they made
   */
  Accuracy(Lake lake, NavigableMap<Integer, Long> inForceFrom) {
    this.lake = lake;
    this.inForceFrom = inForceFrom;
  }

  /**
   * Replays the lake.
   *
   * @param targets number of store-products, to judge no more than needed
   */
  Map<Integer, Wape> measure(Snapshot snapshot, long targets) {
    int first = snapshot.firstDay(LakeTable.EVENTS).orElseThrow();
    int last = snapshot.lastDay(LakeTable.EVENTS).orElseThrow();
    long forecasts = targets * (last - inForceFrom.firstKey() + 1);
    int everyDays = (int) Math.max(1, forecasts / MOST_FORECASTS);
    try (SpilledSeries series =
        SpilledSeries.of(
            snapshot.name(),
            snapshot.events(first, last),
            snapshot.countRows(LakeTable.EVENTS),
            ZoneId.of("UTC"),
            Long.MAX_VALUE)) {
      return new ReplayedAccuracy(series, bundles(), everyDays)
          .measure(Runtime.getRuntime().availableProcessors(), Progress.SILENT);
    }
  }

  private NavigableMap<Integer, ModelBundle> bundles() {
    NavigableMap<Integer, ModelBundle> bundles = new TreeMap<>();
    inForceFrom.forEach((day, sequence) -> bundles.put(day, bundle(lake, sequence)));
    return bundles;
  }

  /** A bundle of the lake that the job has used, so it is sound. */
  static ModelBundle bundle(Lake lake, long sequence) {
    try {
      return new ModelShelf(lake.files()).bundle(sequence);
    } catch (RefusedBundle e) {
      throw new Problem("Bundle " + sequence + " is damaged: " + e.getMessage() + ".", e);
    }
  }
}
