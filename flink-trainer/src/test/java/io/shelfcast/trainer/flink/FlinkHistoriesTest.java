package io.shelfcast.trainer.flink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.lake.Lake;
import io.shelfcast.model.ModelBundle;
import io.shelfcast.trainer.LakeTraining;
import io.shelfcast.trainer.Progress;
import io.shelfcast.trainer.RowSearch;
import io.shelfcast.trainer.TrainingSettings;
import io.shelfcast.trainer.boost.TrainingRows;
import io.shelfcast.trainer.contest.FoldPlan;
import io.shelfcast.trainer.publish.ModelShelf;
import io.shelfcast.trainer.rows.JudgedForecast;
import io.shelfcast.trainer.rows.RowSet;
import io.shelfcast.trainer.series.Archive;
import io.shelfcast.trainer.series.Histories;
import io.shelfcast.trainer.series.Parts;
import io.shelfcast.trainer.series.SpilledSeries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkHistoriesTest {
  private static final int DAY = 19_000;
  private static final int DAYS = 90;
  private static final int PARALLELISM = 2;

  /** Events that fill several parts. */
  private static final long AS_IF_SO_MANY = 1_000_000;

  private static final TrainingSettings SMALL = new TrainingSettings(1, 4_000, 600, 7, true);

  @TempDir private Path folder;
  private Lake lake;
  private LakeTraining training;

  @BeforeEach
  void fill() {
    lake = Lake.open(folder.resolve("lake"));
    Map<Integer, List<ArchivedEvent>> byDay =
        Archive.shops(2, 6, DAY, DAYS, 1).events().stream()
            .collect(
                Collectors.groupingBy(
                    ArchivedEvent::businessDay, TreeMap::new, Collectors.toList()));
    byDay.forEach((day, events) -> lake.writeBackfill("test", day, events));
    lake.refresh();
    training = new LakeTraining(lake, Archive.ZONE, Clock.systemUTC(), Progress.SILENT);
  }

  private FlinkHistories onFlink() {
    LakeCut cut =
        new LakeCut(
            folder.resolve("lake").toString(),
            lake.latest().name(),
            Archive.ZONE,
            LakeTraining.endOf(asOf(), Archive.ZONE));
    HandOver handOver = new HandOver(folder.resolve("hand-over").toUri().toString());
    return new FlinkHistories(cut, Parts.of(AS_IF_SO_MANY), PARALLELISM, handOver, Progress.SILENT);
  }

  private Histories inThisProcess() {
    return SpilledSeries.of(
        lake.latest().name(),
        lake.latest().events(DAY, DAY + DAYS),
        AS_IF_SO_MANY,
        Archive.ZONE,
        LakeTraining.endOf(asOf(), Archive.ZONE));
  }

  /** Two days of the lake have to be left out. */
  private static Optional<LocalDate> asOf() {
    return Optional.of(LocalDate.ofEpochDay(DAY + DAYS - 3));
  }

  private static RowSet rows(Histories histories, Optional<ModelBundle> champion) {
    FoldPlan folds = FoldPlan.of(histories.firstDay(), histories.lastDay(), OptionalInt.empty());
    RowSearch search = new RowSearch(histories, folds, SMALL, Progress.SILENT);
    return search.rows(search.survey(), champion);
  }

  private ModelBundle publishOne() {
    try (Histories histories = inThisProcess()) {
      training.publish(training.train(histories, SMALL));
    }
    return new ModelShelf(lake.files()).champion(Progress.SILENT).orElseThrow();
  }

  private static void assertSame(RowSet expected, RowSet found) {
    assertTrue(expected.learning().size() > 1_000);
    assertEquals(expected.learning().size(), found.learning().size());
    TrainingRows.Cursor one = expected.learning().rows(day -> true);
    TrainingRows.Cursor two = found.learning().rows(day -> true);
    while (one.next()) {
      assertTrue(two.next());
      assertArrayEquals(one.values(), two.values());
      assertEquals(one.label(), two.label());
      assertEquals(one.weight(), two.weight());
    }
    assertFalse(two.next());
    assertEquals(expected.judged().size(), found.judged().size());
    for (int i = 0; i < expected.judged().size(); i++) {
      JudgedForecast judged = expected.judged().get(i);
      JudgedForecast same = found.judged().get(i);
      assertEquals(judged.fold(), same.fold());
      assertArrayEquals(judged.rows(), same.rows());
      assertArrayEquals(judged.actual(), same.actual());
      assertArrayEquals(judged.champion(), same.champion());
    }
  }

  @Test
  void rowsFoundOnFlinkAreThoseFoundInOneProcessInTheSameOrder() {
    Optional<ModelBundle> champion = Optional.of(publishOne());
    try (Histories one = inThisProcess();
        Histories flink = onFlink()) {
      assertEquals(one.firstDay(), flink.firstDay());
      assertEquals(one.lastDay(), flink.lastDay());
      assertEquals(one.end(), flink.end());
      assertSame(rows(one, champion), rows(flink, champion));
    }
    assertFalse(Files.exists(folder.resolve("hand-over")));
  }

  @Test
  void modelTrainedOnFlinksRowsIsTheSame() {
    try (Histories one = inThisProcess();
        Histories flink = onFlink()) {
      LakeTraining.Candidate expected = training.train(one, SMALL);
      LakeTraining.Candidate found = training.train(flink, SMALL);
      assertArrayEquals(
          expected.result().model().orElseThrow().ubj(),
          found.result().model().orElseThrow().ubj());
      assertEquals(expected.snapshot(), found.snapshot());
      assertEquals(expected.result().verdict().reason(), found.result().verdict().reason());
    }
  }
}
