package io.shelfcast.job;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.Event;
import io.shelfcast.event.EventType;
import io.shelfcast.event.Fate;
import io.shelfcast.event.Field;
import io.shelfcast.lake.Lake;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Writes an event as Parquet and reads it back, with whatever libraries its loader finds. */
public final class JarSmoke {
  private static final int TODAY = 20_000;

  private JarSmoke() {}

  /** The number of events read back. */
  public static int writeAndRead(Path root) {
    Event event =
        Event.of(EventType.DAY)
            .with(Field.EVENT_ID, "backfill/s1/p1/" + TODAY)
            .with(Field.STORE_ID, "s1")
            .with(Field.PRODUCT_ID, "p1")
            .with(Field.OCCURRED_AT, TODAY * 86_400_000L)
            .with(Field.QUANTITY, 10_000)
            .build();
    ArchivedEvent archived =
        new ArchivedEvent(
            event,
            Fate.APPLIED,
            ArchivedEvent.Origin.BACKFILL,
            (TODAY + 1) * 86_400_000L,
            TODAY,
            0,
            0);
    Lake lake = Lake.open(root);
    lake.writeBackfill("smoke", TODAY, List.of(archived));
    int count = 0;
    for (Iterator<ArchivedEvent> read = lake.refresh().events(TODAY, TODAY); read.hasNext(); ) {
      count += read.next().equals(archived) ? 1 : 0;
    }
    return count;
  }
}
