package io.shelfcast.job.archive;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.job.Arrival;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.Snapshot;
import java.net.URI;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * The archived events of one business day after the other, put back into the order of their
 * arrival. What has arrived but belongs to a later place waits; that is two days of events and
 * those that came late.
 */
final class ArchivedArrivals extends RichFlatMapFunction<Long, Arrival> {
  private static final long serialVersionUID = 1;

  private final URI root;
  private final String snapshotName;
  private final ArchivedDays days;
  private transient Snapshot snapshot;
  private transient PriorityQueue<ArchivedEvent> waiting;

  ArchivedArrivals(URI root, String snapshotName, ArchivedDays days) {
    this.root = root;
    this.snapshotName = snapshotName;
    this.days = days;
  }

  @Override
  public void open(OpenContext context) {
    snapshot = Lake.open(root).snapshot(snapshotName);
    waiting =
        new PriorityQueue<>(
            Comparator.comparingLong(ArchivedEvent::arrivedAt)
                .thenComparingLong(ArchivedEvent::ordinal));
  }

  @Override
  public void flatMap(Long day, Collector<Arrival> arrivals) {
    Iterator<ArchivedEvent> rows = snapshot.events(day.intValue(), day.intValue(), days.rows());
    while (rows.hasNext()) {
      ArchivedEvent row = rows.next();
      if (row.arrivedAt() < days.liveFrom()) {
        arrivals.collect(Arrival.rebuilt(row.event(), row.arrivedAt(), false));
      } else if (row.arrivedAt() < days.end()) {
        waiting.add(row);
      }
    }
    boolean isLast = day == days.lastToRead();
    /* East of Greenwich the next business day begins on this one's date. */
    long known = isLast ? Long.MAX_VALUE : TimeUnit.DAYS.toMillis(day);
    while (!waiting.isEmpty() && waiting.peek().arrivedAt() < known) {
      ArchivedEvent next = waiting.remove();
      arrivals.collect(Arrival.live(next.event(), next.arrivedAt(), System.currentTimeMillis()));
    }
  }
}
