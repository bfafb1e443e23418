package io.shelfcast.job.archive;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Windows;
import io.shelfcast.job.Arrival;
import io.shelfcast.lake.Lake;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.RowFilter;
import io.shelfcast.lake.Snapshot;
import java.io.Serializable;
import java.net.URI;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The lake's events read back into a fresh job, business day by business day, so that each
 * store-product sees its past in order. Every subtask reads all of one snapshot and keeps its share
 * of the keys: no key is read by two.
 *
 * <p>What is in the snapshot and still on the stream as well is met again there, and then is a
 * duplicate, for the rebuilt window holds its id.
 */
public final class Rebuild implements Serializable {
  private static final long serialVersionUID = 1;

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

  /** Hands over one day's events of a subtask's share. */
  public void day(int day, int subtask, int subtasks, Consumer<Arrival> into) {
    RowFilter share =
        RowFilter.where(
            (store, product) -> Math.floorMod(Objects.hash(store, product), subtasks) == subtask);
    Iterator<ArchivedEvent> rows = Lake.open(root).snapshot(snapshotName).events(day, day, share);
    while (rows.hasNext()) {
      ArchivedEvent row = rows.next();
      if (isWorthIt(row.event(), day)) {
        into.accept(Arrival.rebuilt(row.event(), row.arrivedAt()));
      }
    }
  }

  /** A tick of long ago says nothing any more; a newer one may come again on the stream. */
  private boolean isWorthIt(Event event, int day) {
    return event.type() != EventType.TICK || day >= lastDay - Windows.REPAIR_DAYS;
  }
}
