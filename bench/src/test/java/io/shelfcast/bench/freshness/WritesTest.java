package io.shelfcast.bench.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WritesTest {
  private final Writes writes = Writes.here();

  @Test
  void unitsAreThoseOfAllPutsAndAgesThoseOfPutsThatReflectEvents() {
    writes.forget();
    for (int i = 1; i <= 100; i++) {
      writes.add(1.5);
      writes.aged(i, i / 10);
    }
    writes.add(1);
    Writes.Totals totals = writes.totals();
    assertEquals(101, totals.puts());
    assertEquals(151, totals.units());
    assertEquals(new Ages(100, 50, 95, 99, 100), totals.oldest());
    assertEquals(10, totals.newest().most());
    writes.forget();
    assertEquals(0, writes.totals().puts());
  }

  @Test
  void eventsOfAFasterNightWereSentCloserTogether() {
    SendingClock clock = new SendingClock(1_000_000, 20);
    SendingClock.begin();
    assertEquals(clock.sentAt(1_000_000) + 3_000, clock.sentAt(1_060_000));
  }
}
