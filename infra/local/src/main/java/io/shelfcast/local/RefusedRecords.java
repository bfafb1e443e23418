package io.shelfcast.local;

import io.shelfcast.event.RefusedRecord;
import io.shelfcast.lake.LakeTable;
import io.shelfcast.lake.Snapshot;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The refused records that a lake holds, by arrival. */
final class RefusedRecords {
  private final Snapshot snapshot;

  RefusedRecords(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Those whose reason contains a text; all of them for an empty one. Read lazily, once. */
  Stream<RefusedRecord> because(String reason) {
    if (snapshot.firstDay(LakeTable.REFUSED).isEmpty()) {
      return Stream.empty();
    }
    Iterator<RefusedRecord> records =
        snapshot.refused(
            snapshot.firstDay(LakeTable.REFUSED).getAsInt(),
            snapshot.lastDay(LakeTable.REFUSED).getAsInt());
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(records, Spliterator.ORDERED), false)
        .filter(record -> record.reason().contains(reason));
  }
}
