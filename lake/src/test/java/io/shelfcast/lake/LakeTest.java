package io.shelfcast.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.shelfcast.event.ArchivedEvent;
import io.shelfcast.event.EventType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
  private static final int DAY = 19_900;

  @TempDir Path root;
  private Lake lake;
  private LakeWriter writer;

  @BeforeEach
  void open() {
    lake = Lake.open(root);
    writer = new LakeWriter(lake.files(), 1);
  }

  @Test
  void anEmptyLakeIsRead() {
    for (Snapshot snapshot : List.of(lake.latest(), lake.refresh(), lake.latest())) {
      assertEquals(0, snapshot.id());
      assertEquals(0, snapshot.countRows(LakeTable.EVENTS));
      assertEquals(OptionalInt.empty(), snapshot.firstDay(LakeTable.EVENTS));
      assertFalse(snapshot.events(0, DAY).hasNext());
      assertEquals(0, lake.snapshot(snapshot.name()).id());
    }
  }

  @Test
  void filesAppearWithTheNextRefreshAndStayInEarlierSnapshots() {
    List<ArchivedEvent> first = writer.writeDay(DAY, 1);
    assertEquals(0, lake.latest().countRows(LakeTable.EVENTS));
    Snapshot one = lake.refresh();
    writer.writeDay(DAY + 1, 1);
    Snapshot two = lake.refresh();
    assertEquals(20, one.countRows(LakeTable.EVENTS));
    assertEquals(40, two.countRows(LakeTable.EVENTS));
    assertEquals(5, one.countRows(LakeTable.REFUSED));
    assertEquals(OptionalInt.of(DAY + 1), two.lastDay(LakeTable.DECISIONS));
    assertEquals(two.id(), lake.latest().id());
    assertEquals(byTime(first), read(lake.snapshot(one.name()), DAY, DAY + 9));
  }

  @Test
  void aRefreshWithoutNewsWritesNoManifest() {
    writer.writeDay(DAY, 2);
    assertEquals(lake.refresh().name(), lake.refresh().name());
  }

  @Test
  void eventsComeByDayThenByArrivalWhateverFilesHoldThem() {
    List<ArchivedEvent> expected = new ArrayList<>();
    RandomRows random = new RandomRows(7);
    for (int day = DAY; day < DAY + 3; day++) {
      List<ArchivedEvent> events = random.events(day, 300);
      expected.addAll(byTime(events));
      Collections.shuffle(events, new Random(day));
      writer.write(LakeTable.EVENTS, day, EventRows::writer, events.subList(0, 10));
      writer.write(LakeTable.EVENTS, day, EventRows::writer, events.subList(10, 200));
      writer.write(LakeTable.EVENTS, day, EventRows::writer, events.subList(200, 300));
    }
    Snapshot snapshot = lake.refresh();
    assertEquals(expected, read(snapshot, DAY, DAY + 2));
    assertEquals(expected.subList(300, 600), read(snapshot, DAY + 1, DAY + 1));
    assertEquals(
        expected.stream()
            .filter(e -> e.event().storeId().equals("store-1"))
            .collect(Collectors.toList()),
        drain(snapshot.events(0, DAY + 2, RowFilter.store("store-1"))));
  }

  @Test
  void decisionsAndRefusedRecordsAreRead() {
    writer.writeDay(DAY, 2);
    writer.writeDay(DAY + 1, 2);
    Snapshot snapshot = lake.refresh();
    List<Long> asOf =
        drain(snapshot.decisions(DAY, DAY + 1, RowFilter.all())).stream()
            .map(d -> d.decision().after().asOf())
            .collect(Collectors.toList());
    assertEquals(20, asOf.size());
    assertEquals(asOf.stream().sorted().collect(Collectors.toList()), asOf);
    assertEquals(10, drain(snapshot.refused(DAY, DAY)).size());
  }

  @Test
  void queriesAreToldWhichFilesOfADayCount() throws IOException {
    writer.writeDay(DAY, 2);
    writer.writeDay(DAY + 1, 1);
    lake.refresh();
    Path link = root.resolve("links/events/day=2024-06-26/symlink.txt");
    assertEquals(
        List.of(
            lake.files().uri("events/day=2024-06-26/part-0-0.parquet"),
            lake.files().uri("events/day=2024-06-26/part-0-3.parquet")),
        Files.readAllLines(link));
    Files.delete(root.resolve("events/day=2024-06-26/part-0-0.parquet"));
    lake.refresh();
    assertEquals(1, Files.readAllLines(link).size());
    Files.delete(root.resolve("events/day=2024-06-26/part-0-3.parquet"));
    lake.refresh();
    assertFalse(Files.exists(link));
  }

  @Test
  void linksAreMadeAnewWhenTheirManifestIsGone() throws IOException {
    writer.writeDay(DAY, 1);
    lake.refresh();
    Path link = root.resolve("links/events/day=2024-06-26/symlink.txt");
    Files.writeString(link, "something else");
    Path marker = root.resolve("links/manifest.txt");
    Files.writeString(marker, Files.readString(marker).replace("-0000000001", "-0000000099"));
    Files.createDirectories(root.resolve("links/events/day=2020-01-01"));
    Path stale = root.resolve("links/events/day=2020-01-01/symlink.txt");
    Files.writeString(stale, "gone");
    lake.refresh();
    assertTrue(Files.readString(link).endsWith("part-0-0.parquet\n"));
    assertFalse(Files.exists(stale));
  }

  @Test
  void linksOfALakeThatWasMovedPointToItsNewPlace() throws IOException {
    writer.writeDay(DAY, 1);
    lake.refresh();
    Path moved = Files.move(root, root.resolveSibling(root.getFileName() + "-moved"));
    Files.createDirectories(root);
    try {
      Lake.open(moved).refresh();
      Path link = moved.resolve("links/events/day=2024-06-26/symlink.txt");
      assertTrue(Files.readString(link).startsWith(moved.toUri() + "events/"));
    } finally {
      Files.delete(root);
      Files.move(moved, root);
    }
  }

  @Test
  void aBackfillRunAgainReplacesItsFile() {
    List<ArchivedEvent> wrong = backfill(DAY, 30, 1);
    List<ArchivedEvent> right = backfill(DAY, 20, 2);
    lake.writeBackfill("pasta", DAY, wrong);
    lake.writeBackfill("other", DAY, backfill(DAY, 5, 3));
    assertEquals(35, lake.refresh().countRows(LakeTable.EVENTS));
    lake.writeBackfill("pasta", DAY, right);
    Snapshot snapshot = lake.refresh();
    assertEquals(25, snapshot.countRows(LakeTable.EVENTS));
    assertTrue(read(snapshot, DAY, DAY).containsAll(right));
    assertEquals(
        List.of("backfill-other.parquet", "backfill-pasta.parquet"),
        snapshot.files(LakeTable.EVENTS, DAY, DAY).stream()
            .map(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
            .collect(Collectors.toList()));
  }

  @Test
  void onlyBackfillOfTheDayIsTakenAsSuch() {
    List<ArchivedEvent> live = List.of(new RandomRows(1).event(EventType.SALE, DAY));
    assertThrows(IllegalArgumentException.class, () -> lake.writeBackfill("pasta", DAY, live));
    List<ArchivedEvent> otherDay = backfill(DAY + 1, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> lake.writeBackfill("pasta", DAY, otherDay));
    assertThrows(LakeException.class, () -> lake.writeBackfill("../etc", DAY, backfill(DAY, 1, 1)));
    assertEquals(0, lake.refresh().countRows(LakeTable.EVENTS));
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    writer.writeDay(DAY, 1);
    Path file = root.resolve("events/day=2024-06-26/part-0-0.parquet");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 7));
    assertNames("events/day=2024-06-26/part-0-0.parquet cannot be read: ", lake::refresh);
  }

  @Test
  void aFileThatIsGoneIsNamed() throws IOException {
    writer.writeDay(DAY, 1);
    Snapshot snapshot = lake.refresh();
    Files.delete(root.resolve("events/day=2024-06-26/part-0-0.parquet"));
    assertNames("part-0-0.parquet: there is no such file", () -> read(snapshot, DAY, DAY));
    assertEquals(0, lake.refresh().countRows(LakeTable.EVENTS));
  }

  @Test
  void aFileInTheWrongPlaceIsNamed() throws IOException {
    for (String wrong :
        List.of(
            "events/x.parquet", "events/day=2024-02-30/x.parquet", "refused/day=2024-02-03/x")) {
      Path file = root.resolve(wrong);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "?");
      assertNames(wrong, lake::refresh);
      Files.delete(file);
    }
  }

  @Test
  void aDamagedManifestIsNamed() throws IOException {
    writer.writeDay(DAY, 1);
    Snapshot snapshot = lake.refresh();
    Path manifest = root.resolve("manifests/" + snapshot.name() + ".json");
    String whole = Files.readString(manifest);
    for (String damaged :
        List.of(
            "",
            whole.substring(0, whole.length() / 2),
            whole + "}",
            whole.replace("\"id\":1", "\"id\":7"),
            whole.replace("events\"", "evnts\""),
            whole.replace("2024-06-26\"", "2024-06-99\""),
            whole.replace("\"rows\":20,", ""))) {
      Files.writeString(manifest, damaged);
      assertNames("manifests/manifest-0000000001.json is damaged: ", lake::latest);
    }
  }

  @Test
  void aSnapshotThatIsMissingOrMisspeltIsNamed() {
    assertNames("manifest-0000000007", () -> lake.snapshot("manifest-0000000007"));
    assertNames("'yesterday' is no snapshot", () -> lake.snapshot("yesterday"));
  }

  @Test
  void aLakeIsOpenedByPathOrUri() {
    writer.writeDay(DAY, 1);
    lake.refresh();
    assertEquals(1, Lake.open(root.toUri()).latest().id());
    assertEquals(1, Lake.open(URI.create(root.toString())).latest().id());
    assertNames("nowhere://x/y", () -> Lake.open(URI.create("nowhere://x/y")));
  }

  @Test
  void keepersAtOnceAgree() throws Exception {
    for (int day = DAY; day < DAY + 20; day++) {
      int today = day;
      List<Thread> keepers = new ArrayList<>();
      List<Long> rows = Collections.synchronizedList(new ArrayList<>());
      writer.writeDay(today, 1);
      for (int i = 0; i < 4; i++) {
        keepers.add(new Thread(() -> rows.add(lake.refresh().countRows(LakeTable.EVENTS))));
      }
      keepers.forEach(Thread::start);
      for (Thread keeper : keepers) {
        keeper.join();
      }
      assertEquals(Collections.nCopies(4, 20L * (today - DAY + 1)), rows);
    }
    assertEquals(20, lake.latest().id());
  }

  static void assertNames(String what, Executable action) {
    LakeException e = assertThrows(LakeException.class, action);
    assertTrue(e.getMessage().contains(what), e.getMessage());
  }

  static List<ArchivedEvent> backfill(int day, int count, long seed) {
    RandomRows random = new RandomRows(seed);
    List<ArchivedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(random.event(EventType.DAY, day));
    }
    return events;
  }

  private static List<ArchivedEvent> byTime(List<ArchivedEvent> events) {
    return events.stream().sorted(RowOrder.EVENTS.byTime()).collect(Collectors.toList());
  }

  private static List<ArchivedEvent> read(Snapshot snapshot, int fromDay, int toDay) {
    return drain(snapshot.events(fromDay, toDay));
  }

  private static <T> List<T> drain(Iterator<T> rows) {
    List<T> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all;
  }
}
