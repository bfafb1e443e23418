package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of a lake that is compacted each night while somebody reads all of it, as trainings do.
 */
class NightlyCompactionTest {
  private static final int DAY = 19_900;
  private static final int DAYS = 30;
  private static final int FILES_A_DAY = 4;

  /** Days for which what was replaced stays readable. */
  private static final int GRACE_DAYS = 2;

  @TempDir private Path root;

  @Test
  void aReaderMissesAndDoublesNothingAndFilesStayFew() {
    Lake lake = Lake.open(root);
    LakeWriter writer = new LakeWriter(lake.files(), 7);
    List<String> written = new ArrayList<>();
    int mostOnDisk = 0;
    for (int day = 0; day < DAYS; day++) {
      for (ArchivedEvent event : writer.writeDay(DAY + day, FILES_A_DAY)) {
        written.add(event.toString());
      }
      written.sort(null);
      Snapshot snapshot = lake.refresh();
      CompletableFuture<List<String>> reader = CompletableFuture.supplyAsync(() -> rows(snapshot));
      compact(lake, day);
      assertEquals(written, rows(lake.latest()), "after night " + day);
      assertEquals(written, reader.join(), "read during night " + day);
      mostOnDisk = Math.max(mostOnDisk, filesOnDisk(lake));
    }
    for (LakeTable table : LakeTable.values()) {
      assertEquals(DAYS - 1 + FILES_A_DAY, lake.latest().files(table).size());
    }
    int replacedAtMost = FILES_A_DAY * (GRACE_DAYS + 2);
    int bound = LakeTable.values().length * (DAYS + FILES_A_DAY + replacedAtMost);
    assertTrue(mostOnDisk <= bound, mostOnDisk + " files, of " + bound + " at most");
  }

  /** A night in which the clock shows as many days more as have passed. */
  private static void compact(Lake lake, int day) {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(day));
    new Compaction(lake.files(), clock, Duration.ofDays(GRACE_DAYS)).run(DAY + day);
  }

  private static List<String> rows(Snapshot snapshot) {
    List<String> rows = new ArrayList<>();
    snapshot.events(DAY, DAY + DAYS).forEachRemaining(row -> rows.add(row.toString()));
    rows.sort(null);
    return rows;
  }

  private static int filesOnDisk(Lake lake) {
    return Arrays.stream(LakeTable.values())
        .mapToInt(table -> lake.files().list(table.folder()).size())
        .sum();
  }
}
