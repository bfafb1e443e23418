package io.shelfcast.trainer.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.shelfcast.forecast.GroupStatistics;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.series.SeriesList;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final int DAY = 19_000;
  private static final int DAYS = 250;
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime NOON = LocalTime.NOON;
  private static final LocalTime EVENING = LocalTime.of(19, 0);

  private static GroupStatistics statistics(Archive archive) {
    SeriesList source = archive.source();
    List<Integer> cuts = List.of(DAY + DAYS - 1);
    return Survey.of(source, cuts, source.work(2, Progress.SILENT)).statistics().before(DAY + DAYS);
  }

  private static double soldBy(GroupStatistics statistics, String store, LocalTime time) {
    return statistics.dayProfile(store).elapsed(time.toSecondOfDay() / 86_400.0);
  }

  @Test
  void eachStoreHasItsOwnCourseOfTheDay() {
    Archive archive = new Archive();
    for (int d = DAY; d < DAY + DAYS; d++) {
      archive.sale("early", "p", d, NINE, 2, 0);
      archive.sale("late", "p", d, EVENING, 1, 0).sale("late", "p", d, NINE, 1, 0);
    }
    GroupStatistics statistics = statistics(archive.tick("early", DAY + DAYS));
    assertEquals(1, soldBy(statistics, "early", NOON), 1e-9);
    assertEquals(0.5, soldBy(statistics, "late", NOON), 1e-9);
    assertEquals(0.75, soldBy(statistics, "new", NOON), 1e-2);
  }

  @Test
  void anEmptyShelfDoesNotTellThatNobodyBuysInTheEvening() {
    Archive archive = new Archive();
    for (int d = DAY; d < DAY + DAYS; d++) {
      archive.sale("s", "p", d, NINE, 1, 0);
      if (d % 5 == 0) {
        archive.empty("s", "p", d, NOON);
      } else {
        archive.sale("s", "p", d, EVENING, 1, 0);
      }
    }
    assertEquals(0.5, soldBy(statistics(archive.tick("s", DAY + DAYS)), "s", NOON), 0.01);
  }
}
