package io.shelfcast.job.kinesis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.RefusedRecord;
import io.shelfcast.job.Arrival;
import io.shelfcast.job.Tills;
import io.shelfcast.job.archive.RefusedBefore;
import org.junit.jupiter.api.Test;

class StreamBeginTest {
  private static final long LIVE_FROM = Tills.MIDNIGHT;

  @Test
  void withoutARebuildEverythingCounts() {
    StreamBegin begin = new StreamBegin(Long.MIN_VALUE, RefusedBefore.none());
    assertFalse(begin.isPast(tick(0)));
    assertFalse(begin.isPast(refused(0)));
  }

  @Test
  void whatArrivedBeforeTheWindowIsPast() {
    StreamBegin begin = new StreamBegin(LIVE_FROM, RefusedBefore.none());
    assertTrue(begin.isPast(tick(LIVE_FROM - 1)));
    assertFalse(begin.isPast(tick(LIVE_FROM)));
    assertFalse(begin.isPast(refused(LIVE_FROM - 1)), "the lake does not hold it");
  }

  private static Arrival tick(long at) {
    return Arrival.live(Tills.tick(at), at, 0);
  }

  private static Arrival refused(long at) {
    return Arrival.refused(new RefusedRecord(new byte[0], "why", at));
  }
}
