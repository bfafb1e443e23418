package io.shelfcast.job.archive;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Windows;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.KnownStores;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The lake's events read back into a fresh job, business day by business day, so that each
 * store-product sees its past in order. Every subtask reads all of one snapshot and keeps its share
 * of the keys: no key is read by two.
 *
 * <p>The stream is then read from {@link #liveFrom()}. What is met there again is a duplicate, for
 * the rebuilt window holds its id; rows that came too late for that window are marked, so that
 * their ids are remembered apart.
 */
public final class Rebuild implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  private final URI root;
  private final String snapshotName;
  private final int firstDay;
  private final int lastDay;

  private Rebuild(URI root, Snapshot snapshot) {
    this.root = root;
    this.snapshotName = snapshot.name();
    this.firstDay = snapshot.firstDay(LakeTable.EVENTS).orElse(0);
    this.lastDay = snapshot.lastDay(LakeTable.EVENTS).orElse(-1);
  }

  /**
   * A rebuild from what is in the lake now.
   *
   * @throws io.shelfcast.lake.LakeException if the lake cannot be read
   */
  public static Rebuild of(URI root) {
    return new Rebuild(root, Lake.open(root).refresh());
  }

  /** First business day, since the epoch. */
  public int firstDay() {
    return firstDay;
  }

  /** Last business day; before the first if the lake is empty. */
  public int lastDay() {
    return lastDay;
  }

  /**
   * The arrival from which the stream is read, in milliseconds: the start of the repair window, and
   * a day for stores west of Greenwich. What arrived before is in the lake, or was never to be.
   */
  public long liveFrom() {
    return lastDay < firstDay ? Long.MIN_VALUE : (lastDay - Windows.REPAIR_DAYS - 1) * DAY_MS;
  }

  /** What all STORE events in the lake together say. */
  public KnownStores stores(ZoneId assumedZone) {
    return stores(snapshot(), assumedZone, Long.MAX_VALUE);
  }

  /** What all STORE events say that arrived before an instant. */
  static KnownStores stores(Snapshot snapshot, ZoneId assumedZone, long before) {
    Map<String, StoreFacts> stores = new TreeMap<>();
    Iterator<ArchivedEvent> rows = snapshot.events(0, Integer.MAX_VALUE, RowFilter.storeLevel());
    while (rows.hasNext()) {
      ArchivedEvent row = rows.next();
      Event event = row.event();
      if (event.type() == EventType.STORE && row.arrivedAt() < before) {
        StoreFacts known = stores.getOrDefault(event.storeId(), StoreFacts.unknown(assumedZone));
        stores.put(event.storeId(), known.with(event));
      }
    }
    return new KnownStores(stores);
  }

  /** Hands over one day's events of a subtask's share. */
  public void day(int day, int subtask, int subtasks, Consumer<Arrival> into) {
    RowFilter share =
        RowFilter.where(
            (store, product) -> Math.floorMod(Objects.hash(store, product), subtasks) == subtask);
    Iterator<ArchivedEvent> rows = snapshot().events(day, day, share);
    while (rows.hasNext()) {
      ArchivedEvent row = rows.next();
      if (isWorthIt(row)) {
        into.accept(Arrival.rebuilt(row.event(), row.arrivedAt(), isLate(row)));
      }
    }
  }

  /** What was refused so far. */
  public RefusedBefore refused() {
    Snapshot snapshot = snapshot();
    int first = snapshot.firstDay(LakeTable.REFUSED).orElse(0);
    return new RefusedBefore(
        snapshot.refused(first, snapshot.lastDay(LakeTable.REFUSED).orElse(first - 1)));
  }

  private Snapshot snapshot() {
    return Lake.open(root).snapshot(snapshotName);
  }

  /** A tick of long ago says nothing any more; a newer one may come again on the stream. */
  private boolean isWorthIt(ArchivedEvent row) {
    return row.event().type() != EventType.TICK || row.arrivedAt() >= liveFrom();
  }

  /** Whether it may come again on the stream when its day is out of the window. */
  private boolean isLate(ArchivedEvent row) {
    return row.arrivedAt() >= liveFrom() && row.businessDay() <= lastDay - Windows.REPAIR_DAYS;
  }
}
