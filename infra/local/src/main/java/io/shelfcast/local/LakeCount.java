package io.shelfcast.local;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Fate;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import java.util.Iterator;

/**
 * The live rows of a lake's events, counted by reading every one of them back.
 *
 * @param applied with this fate
 * @param tooOld with this fate
 */
record LakeCount(long applied, long tooOld) {
  static LakeCount of(Snapshot snapshot) {
    long applied = 0;
    long tooOld = 0;
    if (snapshot.firstDay(LakeTable.EVENTS).isPresent()) {
      Iterator<ArchivedEvent> events =
          snapshot.events(
              snapshot.firstDay(LakeTable.EVENTS).getAsInt(),
              snapshot.lastDay(LakeTable.EVENTS).getAsInt());
      while (events.hasNext()) {
        ArchivedEvent event = events.next();
        if (event.origin() == ArchivedEvent.Origin.LIVE) {
          applied += event.fate() == Fate.APPLIED ? 1 : 0;
          tooOld += event.fate() == Fate.TOO_OLD ? 1 : 0;
        }
      }
    }
    return new LakeCount(applied, tooOld);
  }

  long rows() {
    return applied + tooOld;
  }
}
