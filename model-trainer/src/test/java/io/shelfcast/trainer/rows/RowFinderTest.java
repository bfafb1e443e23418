package io.shelfcast.trainer.rows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.feature.Feature;
import io.shelfcast.feature.FeatureSchema;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.boost.TrainingRows;
import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.series.SeriesList;
import io.shelfcast.trainer.series.SeriesWork;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RowFinderTest {
  private static final int DAY = 19_000;
  private static final int DAYS = 120;
  private static final int SPIKE = DAY + 90;
  private static final OriginPlan EVERY_DAY = new OriginPlan(1, 1, 1, 1, 7);

  private static RowSet find(Archive archive) {
    SeriesList source = archive.source();
    FoldPlan folds = FoldPlan.of(source.firstDay(), source.lastDay(), OptionalInt.empty());
    SeriesWork work = source.work(2, Progress.SILENT);
    Survey survey = Survey.of(source, folds.cuts(), work);
    RowFinder finder =
        new RowFinder(survey.statistics(), EVERY_DAY, (key, day) -> folds.foldOf(day), null);
    return work.each(
        "rows",
        RowSet::new,
        () -> (series, into) -> finder.find(series, DailyTruth.of(series, source.end()), into),
        RowSet::join);
  }

  /** Back-filled days, then days made of sales, some of which arrive late. */
  private static Archive shop() {
    Archive archive = Archive.shops(1, 3, DAY, 60, 3);
    for (int d = DAY + 60; d < DAY + DAYS; d++) {
      for (int p = 0; p < 3; p++) {
        archive.sale("s0", "p" + p, d, LocalTime.of(9, 30), 1 + (d + p) % 3, 0);
        archive.sale("s0", "p" + p, d, LocalTime.of(15, 0), 2, d % 5 == 0 ? 3 * 24 * 60 : 1);
      }
    }
    return archive.tick("s0", DAY + DAYS);
  }

  private static List<float[]> rowsKnownBy(RowSet rows, int day) {
    List<float[]> found = new ArrayList<>();
    for (TrainingRows.Cursor at = rows.learning().rows(known -> known < day); at.next(); ) {
      float[] row = Arrays.copyOf(at.values(), FeatureSchema.count() + 2);
      row[FeatureSchema.count()] = at.label();
      row[FeatureSchema.count() + 1] = at.weight();
      found.add(row);
    }
    return found;
  }

  @Test
  void aSpikeChangesNoRowOfAnOriginBeforeIt() {
    RowSet plain = find(shop());
    Archive spiked = shop();
    for (int p = 0; p < 3; p++) {
      spiked.sale("s0", "p" + p, SPIKE, LocalTime.of(0, 1), 1e6, 0);
    }
    RowSet found = find(spiked);
    List<float[]> before = rowsKnownBy(plain, SPIKE);
    List<float[]> after = rowsKnownBy(found, SPIKE);
    assertTrue(before.size() > 3_000, "only " + before.size() + " rows");
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i), after.get(i));
    }
    assertFalse(Arrays.deepEquals(features(plain), features(found)), "later rows see the spike");
  }

  private static float[][] features(RowSet rows) {
    return rows.judged().stream().map(JudgedForecast::rows).toArray(float[][]::new);
  }

  @Test
  void judgedForecastsBeforeASpikeAreGivenTheSameToo() {
    RowSet plain = find(shop());
    RowSet spiked = find(shop().sale("s0", "p1", SPIKE, LocalTime.of(0, 1), 1e6, 0));
    int compared = 0;
    for (int i = 0; i < plain.judged().size(); i++) {
      JudgedForecast expected = plain.judged().get(i);
      if (!Arrays.equals(expected.actual(), spiked.judged().get(i).actual())) {
        boolean originBefore = expected.actual()[0] == spiked.judged().get(i).actual()[0];
        if (originBefore) {
          assertArrayEquals(expected.rows(), spiked.judged().get(i).rows());
          assertArrayEquals(expected.naive(), spiked.judged().get(i).naive());
          compared++;
        }
      }
    }
    assertTrue(compared > 10, "only " + compared + " forecasts reach the spike");
  }

  @Test
  void aLateSaleIsInTheLabelsOfItsDayAndInNoFeatureBeforeItArrived() {
    int day = DAY + 62;
    Archive punctual = Archive.shops(1, 1, DAY, 60, 3);
    for (int d = DAY + 60; d < DAY + 80; d++) {
      punctual.sale("s0", "p0", d, LocalTime.of(9, 30), 1, 0);
    }
    RowSet without = find(punctual.tick("s0", DAY + 80));
    RowSet with = find(punctual.sale("s0", "p0", day, LocalTime.of(9, 0), 20, 2 * 24 * 60));
    TrainingRows.Cursor before = without.learning().rows(known -> known == day);
    TrainingRows.Cursor after = with.learning().rows(known -> known == day);
    int compared = 0;
    while (before.next() && after.next()) {
      assertArrayEquals(before.values(), after.values());
      assertEquals(before.label() * before.weight() + 20, after.label() * after.weight(), 1e-3);
      compared++;
    }
    assertTrue(compared > 30, "only " + compared + " rows");
  }

  @Test
  void daysMadeOfEventsAreAlsoLookedAtHalfWay() {
    int halfWay = 0;
    int midnights = 0;
    for (TrainingRows.Cursor at = find(shop()).learning().rows(known -> true); at.next(); ) {
      if (at.values()[Feature.ELAPSED.ordinal()] > 0) {
        halfWay++;
      } else {
        midnights++;
      }
    }
    assertTrue(halfWay > 2_000 && midnights > 2_000, halfWay + " and " + midnights);
  }

  @Test
  void backfilledDaysAreLookedAtOnlyAtMidnight() {
    RowSet rows = find(Archive.shops(1, 2, DAY, DAYS, 3));
    for (TrainingRows.Cursor at = rows.learning().rows(known -> true); at.next(); ) {
      assertEquals(0, at.values()[Feature.ELAPSED.ordinal()]);
    }
    assertTrue(rows.learning().size() > 1_000);
  }
}
