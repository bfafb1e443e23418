package io.shelfcast.trainer.flink;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import io.shelfcast.trainer.Locations;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/**
 * What of a lake is learnt from, in words that every worker understands.
 *
 * @param root of the lake, as {@link Locations} takes it
 * @param snapshot by name
 * @param assumedZone of a store that has not said its own
 * @param through later arrivals are left out; milliseconds since the epoch
 */
record LakeCut(String root, String snapshot, ZoneId assumedZone, long through)
    implements Serializable {
  /** Business days with events, ascending. */
  List<Integer> days() {
    return snapshotItself().files(LakeTable.EVENTS).stream()
        .map(file -> file.day())
        .distinct()
        .sorted()
        .toList();
  }

  /** About how many events there are. */
  long events() {
    return snapshotItself().countRows(LakeTable.EVENTS);
  }

  /** The events of one business day. */
  Iterator<ArchivedEvent> events(int day) {
    Iterator<ArchivedEvent> all = snapshotItself().events(day, day);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
        .filter(event -> event.arrivedAt() <= through)
        .iterator();
  }

  private Snapshot snapshotItself() {
    return Locations.lake(root).snapshot(snapshot);
  }
}
