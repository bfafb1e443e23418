package io.shelfcast.trainer.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.series.Series;
import io.shelfcast.trainer.series.SeriesList;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyTruthTest {
  private static final int DAY = 19_000;
  private static final LocalTime TEN = LocalTime.of(10, 0);

  private static DailyTruth truth(Archive archive) {
    SeriesList source = archive.source();
    List<Series> all = new ArrayList<>();
    source.part(0, all::add);
    return DailyTruth.of(all.get(0), source.end());
  }

  @Test
  void everyDayOfALongHistoryIsThere() {
    Archive archive = new Archive();
    for (int d = 0; d < 1_500; d++) {
      archive.day("s", "p", DAY + d, d % 17);
    }
    DailyTruth truth = truth(archive);
    assertEquals(DAY, truth.firstDay());
    assertEquals(DAY + 1_499, truth.lastDay());
    for (int d = 0; d < 1_500; d++) {
      assertEquals(d % 17, truth.fullDemand(DAY + d), "day " + d);
    }
    assertTrue(Double.isNaN(truth.fullDemand(DAY - 1)));
    assertTrue(Double.isNaN(truth.fullDemand(DAY + 1_500)));
  }

  @Test
  void aDayNotOverYetIsNotKnown() {
    Archive archive =
        new Archive().sale("s", "p", DAY, TEN, 3, 0).sale("s", "p", DAY + 1, TEN, 5, 0);
    DailyTruth truth = truth(archive);
    assertEquals(DAY, truth.lastDay());
    assertEquals(3, truth.demand(DAY));
  }

  @Test
  void quietDaysUpToTheEndAreZero() {
    Archive archive = new Archive().sale("s", "p", DAY, TEN, 3, 0).tick("s", DAY + 4);
    DailyTruth truth = truth(archive);
    assertEquals(DAY + 3, truth.lastDay());
    assertEquals(0, truth.fullDemand(DAY + 3));
  }

  @Test
  void lateSalesAndVoidsRepairTheirDay() {
    Archive archive =
        new Archive()
            .sale("s", "p", DAY, TEN, 3, 0)
            .sale("s", "p", DAY, TEN, 4, 5 * 24 * 60)
            .voidOf(0, DAY + 2, TEN)
            .tick("s", DAY + 8);
    assertEquals(4, truth(archive).fullDemand(DAY));
  }

  @Test
  void aClosedDayTeachesNothingAndWantsNothing() {
    Archive archive =
        new Archive()
            .store("s", DAY - 1, DAY + 1)
            .sale("s", "p", DAY, TEN, 3, 0)
            .tick("s", DAY + 3);
    DailyTruth truth = truth(archive);
    assertTrue(Double.isNaN(truth.fullDemand(DAY + 1)));
    assertEquals(0, truth.demand(DAY + 1));
    assertEquals(0, truth.fullDemand(DAY + 2));
  }

  @Test
  void seasonalNaiveIsTheSameWeekdayBeforeTheOrigin() {
    Archive archive = new Archive();
    for (int d = 0; d < 30; d++) {
      archive.day("s", "p", DAY + d, d);
    }
    DailyTruth truth = truth(archive);
    assertEquals(13, truth.sameWeekdayBefore(DAY + 20, DAY + 20));
    assertEquals(19, truth.sameWeekdayBefore(DAY + 20, DAY + 26));
    assertEquals(13, truth.sameWeekdayBefore(DAY + 20, DAY + 27));
  }
}
