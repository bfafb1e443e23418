package io.shelfcast.job.operator;

import static io.shelfcast.job.Tills.DAY;
import static io.shelfcast.job.Tills.HOUR;
import static io.shelfcast.job.Tills.MIDNIGHT;
import static io.shelfcast.job.Tills.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.demand.StoreFacts;
import io.shelfcast.event.StoreProductKey;
import java.time.Duration;
import java.time.ZoneId;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ClosingTimeTest {
  private static final StoreFacts NEW_YORK = StoreFacts.unknown(ZoneId.of("America/New_York"));
  private static final int TODAY = (int) (MIDNIGHT / DAY);

  private final ClosingTime closing =
      new ClosingTime(Duration.ofMinutes(30), Duration.ofMinutes(30));

  @Test
  void aDayClosesAfterItsOwnMidnightAndTheGrace() {
    StoreProductKey key = new StoreProductKey("s1", "p1");
    long midnightThere = MIDNIGHT + DAY + 5 * HOUR;
    long at = closing.of(TODAY, key, NEW_YORK);
    assertTrue(at >= midnightThere + 30 * MINUTE && at < midnightThere + 60 * MINUTE);
  }

  @Test
  void whatIsDueAtAClosingTimeIsThatDay() {
    for (int p = 0; p < 200; p++) {
      StoreProductKey key = new StoreProductKey("s1", "p" + p);
      long at = closing.of(TODAY, key, NEW_YORK);
      assertEquals(TODAY, closing.lastDueDay(at, key, NEW_YORK));
      assertEquals(TODAY - 1, closing.lastDueDay(at - 1, key, NEW_YORK));
    }
  }

  @Test
  void productsOfOneStoreSpreadOverTheWholeSpan() {
    TreeSet<Long> minutes = new TreeSet<>();
    for (int p = 0; p < 500; p++) {
      StoreProductKey key = new StoreProductKey("s1", "p" + p);
      minutes.add((closing.of(TODAY, key, NEW_YORK) - NEW_YORK.startOf(TODAY + 1)) / MINUTE);
    }
    assertEquals(30, minutes.size());
  }
}
