package io.shelfcast.trainer.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpilledSeriesTest {
  private static final int DAY = 19_000;
  private static final long MANY = 1_000_000;

  private static List<Series> all(SeriesSource source) {
    List<Series> all = new ArrayList<>();
    for (int part = 0; part < source.parts(); part++) {
      source.part(part, all::add);
    }
    all.sort(Comparator.comparing(series -> series.key().partitionKey()));
    return all;
  }

  @Test
  void spillingChangesNothing() {
    Archive archive = Archive.shops(3, 7, DAY, 20, 1);
    archive.store("s1", DAY + 2, DAY + 9).sale("s1", "p2", DAY + 20, LocalTime.NOON, 2, 30);
    SeriesList held = archive.source();
    try (SpilledSeries spilled =
        SpilledSeries.of("test", archive.events().iterator(), MANY, Archive.ZONE, Long.MAX_VALUE)) {
      assertTrue(spilled.parts() > 1);
      assertEquals(held.firstDay(), spilled.firstDay());
      assertEquals(held.lastDay(), spilled.lastDay());
      assertEquals(held.end(), spilled.end());
      List<Series> expected = all(held);
      List<Series> actual = all(spilled);
      assertEquals(21, actual.size());
      for (int i = 0; i < expected.size(); i++) {
        assertEquals(expected.get(i).key(), actual.get(i).key());
        assertEquals(expected.get(i).arrivals(), actual.get(i).arrivals());
      }
      Series ofStore1 = actual.get(8);
      assertTrue(ofStore1.store().latest().isPlannedClosed(DAY + 9));
    }
  }

  @Test
  void whatArrivesAfterTheGivenInstantIsLeftOut() {
    Archive archive = Archive.shops(1, 2, DAY, 20, 1);
    try (SpilledSeries spilled =
        SpilledSeries.of(
            "test", archive.events().iterator(), MANY, Archive.ZONE, Archive.midnight(DAY + 10))) {
      assertEquals(DAY + 9, spilled.lastDay());
      assertEquals(10, all(spilled).get(0).arrivals().size());
    }
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> before = folders(temporary);
    SpilledSeries.of(
            "test",
            Archive.shops(1, 2, DAY, 5, 1).events().iterator(),
            MANY,
            Archive.ZONE,
            Long.MAX_VALUE)
        .close();
    List<Path> after = folders(temporary);
    after.removeAll(before);
    assertEquals(List.of(), after);
  }

  private static List<Path> folders(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return new ArrayList<>(
          files
              .filter(file -> file.getFileName().toString().startsWith("shelfcast-training"))
              .toList());
    }
  }

  @Test
  void keysThatLookAlikeWhenJoinedStayApart() {
    Archive archive = new Archive().day("a/b", "c", DAY, 1).day("a", "b/c", DAY, 2);
    assertEquals(2, all(archive.source()).size());
  }
}
