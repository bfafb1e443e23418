package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  private static final int DAY = 19_900;
  private static final Duration GRACE = Duration.ofDays(3);

  @TempDir Path root;
  @TempDir Path others;
  private LakeFiles files;
  private Lake lake;
  private LakeWriter writer;

  @BeforeEach
  void open() {
    lake = Lake.open(root);
    files = lake.files();
    writer = new LakeWriter(files, 1);
  }

  @Test
  void smallFilesOfClosedDaysBecomeOneWithTheSameRows() {
    writer.writeDay(DAY, 6);
    writer.writeDay(DAY + 1, 6);
    writer.writeDay(DAY + 2, 6);
    List<String> before = rows(lake.refresh());
    Compaction.Report report = compaction(files, 0).run(DAY + 2);
    assertEquals(before, rows(lake.latest()));
    for (LakeTable table : LakeTable.values()) {
      assertEquals(1, lake.latest().files(table, DAY, DAY).size());
      assertEquals(1, lake.latest().files(table, DAY + 1, DAY + 1).size());
      assertEquals(6, lake.latest().files(table, DAY + 2, DAY + 2).size());
    }
    assertEquals("36 files became 6, 0 were deleted", report.toString());
  }

  @Test
  void aSecondRunChangesNothing() {
    writer.writeDay(DAY, 6);
    compaction(files, 0).run(DAY + 1);
    String name = lake.latest().name();
    assertEquals("0 files became 0, 0 were deleted", compaction(files, 0).run(DAY + 1).toString());
    assertEquals(name, lake.refresh().name());
  }

  @Test
  void aCompactedFileIsSortedByStoreProductAndTime() {
    writer.writeDay(DAY, 6);
    compaction(files, 0).run(DAY + 1);
    DataFile file = lake.latest().files(LakeTable.EVENTS).get(0);
    List<ArchivedEvent> rows =
        MemoryFile.drain(EventRows.FORMAT.reader(files, file, RowFilter.all()));
    assertEquals(rows.stream().sorted(RowOrder.EVENTS.byKey()).collect(Collectors.toList()), rows);
    assertEquals(120, rows.size());
  }

  @Test
  void aLateFileIsMergedByALaterRun() {
    writer.writeDay(DAY, 3);
    compaction(files, 0).run(DAY + 1);
    writer.writeDay(DAY, 1);
    List<String> before = rows(lake.refresh());
    assertEquals(2, lake.latest().files(LakeTable.EVENTS).size());
    compaction(files, 0).run(DAY + 1);
    assertEquals(1, lake.latest().files(LakeTable.EVENTS).size());
    assertEquals(before, rows(lake.latest()));
  }

  @Test
  void aReaderGoesOnWithItsSnapshotUntilTheGraceIsOver() {
    writer.writeDay(DAY, 4);
    writer.writeDay(DAY + 1, 4);
    Snapshot old = lake.refresh();
    List<String> before = rows(old);
    Iterator<ArchivedEvent> reader = old.events(DAY, DAY + 1);
    List<String> read = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      read.add(reader.next().toString());
    }
    compaction(files, 0).run(DAY + 2);
    compaction(files, 2).run(DAY + 2);
    reader.forEachRemaining(row -> read.add(row.toString()));
    assertEquals(160, read.size());
    assertEquals(before, rows(old));
    assertEquals(before, rows(lake.snapshot(old.name())));

    assertEquals(24, compaction(files, 4).run(DAY + 2).filesDeleted());
    assertEquals(before, rows(lake.refresh()));
    LakeTest.assertNames("there is no such file", () -> rows(old));
  }

  @Test
  void deletedFilesAndSupersededManifestsAreGone() throws IOException {
    for (int day = DAY; day < DAY + 30; day++) {
      writer.writeDay(day, 2);
      lake.refresh();
      compaction(files, 0).run(day);
    }
    List<String> before = rows(lake.refresh());
    compaction(files, 4).run(DAY + 30);
    compaction(files, 8).run(DAY + 30);
    assertEquals(before, rows(lake.latest()));
    assertEquals(3 * 30, countFiles("events") + countFiles("decisions") + countFiles("refused"));
    assertEquals(3 * 30, links(files).size());
    assertTrue(countFiles("manifests") <= 4, "manifests: " + countFiles("manifests"));
  }

  @Test
  void backfilledFilesAreLeftAlone() {
    lake.writeBackfill("one", DAY, LakeTest.backfill(DAY, 5, 1));
    lake.writeBackfill("two", DAY, LakeTest.backfill(DAY, 5, 2));
    writer.writeDay(DAY, 2);
    compaction(files, 0).run(DAY + 1);
    lake.writeBackfill("one", DAY, LakeTest.backfill(DAY, 3, 3));
    Snapshot snapshot = lake.refresh();
    assertEquals(3, snapshot.files(LakeTable.EVENTS).size());
    assertEquals(3 + 5 + 40, snapshot.countRows(LakeTable.EVENTS));
  }

  @Test
  void aRunStoppedAnywhereLosesAndDoublesNothing() throws IOException {
    List<String> expected = prepareReplacedAndSmallFiles();
    boolean stopped = true;
    for (int changes = 0; stopped; changes++) {
      LakeFiles fresh = new PathFiles(copyOfLake("copy-" + changes));
      stopped = isStopped(new StoppedFiles(fresh, changes));
      assertRows(expected, fresh, "stopped after " + changes + " changes");
      compaction(fresh, 5).run(DAY + 9);
      assertRows(expected, fresh, "run again after " + changes + " changes");
      compaction(fresh, 20).run(DAY + 9);
      compaction(fresh, 30).run(DAY + 9);
      assertRows(expected, fresh, "cleaned after " + changes + " changes");
      assertEquals(6, filesOnDisk(fresh), "files after " + changes + " changes");
      assertTrue(changes < 200);
    }
  }

  /** Leaves files that the next run deletes as well as files that it merges. */
  private List<String> prepareReplacedAndSmallFiles() {
    writer.writeDay(DAY, 2);
    compaction(files, 0).run(DAY + 9);
    writer.writeDay(DAY, 1);
    writer.writeDay(DAY + 1, 2);
    return rows(lake.refresh());
  }

  private Path copyOfLake(String name) throws IOException {
    Path copy = others.resolve(name);
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, copy.resolve(root.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  private boolean isStopped(LakeFiles killed) {
    try {
      compaction(killed, 5).run(DAY + 9);
      return false;
    } catch (StoppedFiles.Stopped e) {
      return true;
    }
  }

  @Test
  void ofTwoRunsAtOnceTheSlowerFailsAndNothingIsLost() {
    writer.writeDay(DAY, 4);
    List<String> before = rows(lake.refresh());
    LakeFiles overtaken = new OvertakenFiles(files, () -> compaction(files, 0).run(DAY + 1));
    LakeTest.assertNames(
        "Another compaction or back-fill has replaced",
        () -> compaction(overtaken, 0).run(DAY + 1));
    assertEquals(before, rows(lake.refresh()));
    for (LakeTable table : LakeTable.values()) {
      assertEquals(1, lake.latest().files(table).size());
    }
  }

  @Test
  void filesThatComeDuringARunAreKept() {
    writer.writeDay(DAY, 4);
    LakeFiles overtaken =
        new OvertakenFiles(
            files,
            () -> {
              writer.writeDay(DAY, 1);
              lake.refresh();
            });
    compaction(overtaken, 0).run(DAY + 1);
    assertEquals(100, lake.refresh().countRows(LakeTable.EVENTS));
    assertEquals(2, lake.latest().files(LakeTable.EVENTS).size());
  }

  @Test
  void compactedFilesWithoutAManifestAreNotGuessedAt() throws IOException {
    writer.writeDay(DAY, 2);
    compaction(files, 0).run(DAY + 1);
    for (LakeFile manifest : files.list("manifests")) {
      files.delete(manifest.path());
    }
    LakeTest.assertNames("the lake has no manifest that lists it", lake::refresh);
  }

  @Test
  void filesAreGroupedUpToTheLargestSize() {
    List<DataFile> candidates = new ArrayList<>();
    for (long bytes : new long[] {60, 10, 130, 50, 20, 70}) {
      candidates.add(file(DAY, "part-" + bytes, bytes));
    }
    candidates.add(file(DAY + 1, "part-1", 1));
    candidates.add(file(DAY + 2, "part-1", 1));
    candidates.add(file(DAY + 2, "part-2", 1));
    candidates.add(file(DAY + 2, "backfill-x", 1));
    List<List<Long>> sizes =
        FileGroups.of(candidates, DAY + 3, 128).stream()
            .map(group -> group.stream().map(DataFile::bytes).collect(Collectors.toList()))
            .collect(Collectors.toList());
    assertEquals(List.of(List.of(10L, 20L, 50L), List.of(1L, 1L)), sizes);
    assertEquals(List.of(), FileGroups.of(candidates, DAY, 128));
  }

  private static DataFile file(int day, String name, long bytes) {
    String path = LakeTable.EVENTS.folder(day) + "/" + name + ".parquet";
    return new DataFile(LakeTable.EVENTS, day, new LakeFile(path, bytes, 0), 1);
  }

  /** A compaction some days from now. */
  private static Compaction compaction(LakeFiles files, int daysFromNow) {
    Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(daysFromNow));
    return new Compaction(files, clock, GRACE);
  }

  private static void assertRows(List<String> expected, LakeFiles files, String when) {
    Lake lake = Lake.open(files, Clock.systemUTC());
    assertEquals(expected, rows(lake.latest()), when);
    Snapshot snapshot = lake.refresh();
    assertEquals(expected, rows(snapshot), when);
    assertEquals(linksOf(snapshot, files), links(files), when);
  }

  /** What the links should be: for each table and day the URIs of the snapshot's files. */
  private static Map<String, List<String>> linksOf(Snapshot snapshot, LakeFiles files) {
    Map<String, List<String>> links = new TreeMap<>();
    for (LakeTable table : LakeTable.values()) {
      for (DataFile file : snapshot.files(table)) {
        links
            .computeIfAbsent(
                "links/" + table.folder(file.day()) + "/symlink.txt", path -> new ArrayList<>())
            .add(files.uri(file.path()));
      }
    }
    return links;
  }

  private static Map<String, List<String>> links(LakeFiles files) {
    Map<String, List<String>> links = new TreeMap<>();
    for (LakeFile link : files.list("links")) {
      if (link.name().equals("symlink.txt")) {
        String text = new String(files.read(link.path()), StandardCharsets.UTF_8);
        links.put(link.path(), List.of(text.split("\n")));
      }
    }
    return links;
  }

  /** Every row of every table, sorted: a multiset. */
  private static List<String> rows(Snapshot snapshot) {
    List<String> rows = new ArrayList<>();
    snapshot.events(DAY, DAY + 99).forEachRemaining(row -> rows.add(row.toString()));
    snapshot
        .decisions(DAY, DAY + 99, RowFilter.all())
        .forEachRemaining(
            row -> rows.add(row.decision().after() + Arrays.toString(row.decision().features())));
    snapshot
        .refused(DAY, DAY + 99)
        .forEachRemaining(row -> rows.add(row.arrivedAt() + Arrays.toString(row.raw())));
    rows.sort(null);
    return rows;
  }

  private long countFiles(String folder) throws IOException {
    return countFiles(root.resolve(folder));
  }

  private static long countFiles(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).count();
    }
  }

  private static int filesOnDisk(LakeFiles files) {
    return Arrays.stream(LakeTable.values()).mapToInt(t -> files.list(t.folder()).size()).sum();
  }

  /** Lets another act once, right before the first compacted file is written. */
  private static final class OvertakenFiles implements LakeFiles {
    private final LakeFiles files;
    private Runnable other;

    OvertakenFiles(LakeFiles files, Runnable other) {
      this.files = files;
      this.other = other;
    }

    @Override
    public void write(String path, Content content) {
      if (other != null && path.contains("/compacted-")) {
        Runnable now = other;
        other = null;
        now.run();
      }
      files.write(path, content);
    }

    @Override
    public boolean putIfAbsent(String path, byte[] content) {
      return files.putIfAbsent(path, content);
    }

    @Override
    public void delete(String path) {
      files.delete(path);
    }

    @Override
    public void deleteLeftovers(String folder, long beforeMillis) {
      files.deleteLeftovers(folder, beforeMillis);
    }

    @Override
    public List<LakeFile> list(String folder) {
      return files.list(folder);
    }

    @Override
    public Optional<LakeFile> find(String path) {
      return files.find(path);
    }

    @Override
    public SeekableByteChannel openRead(String path) {
      return files.openRead(path);
    }

    @Override
    public byte[] read(String path) {
      return files.read(path);
    }

    @Override
    public String uri(String path) {
      return files.uri(path);
    }
  }
}
